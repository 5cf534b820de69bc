import { choiceFor } from './rules/choiceFor.js'
import type { Signals } from './rules/decision.js'
import { denialsOf } from './rules/denialsOf.js'
import { newerRecord } from './rules/newerRecord.js'
import { nextRecord } from './rules/nextRecord.js'
import { encodeRecord } from './rules/record.js'
import type { Action } from './rules/reducer.js'
import type { RecordStorage } from './storage/recordStorage.js'
import type { Store } from './store.js'
import type { ConsentEnv } from './types/env.js'
import type { ChoiceSource, ConsentRecord } from './types/record.js'
import type { Settings } from './types/settings.js'

type PromptRule = (Action & { type: 'record' })['prompt']

/** The visitor's answers: read, written, compared with what other tabs wrote, forgotten. */
export interface Answers {
  /** Takes what is stored now, unless this page holds a newer answer; that one is then stored again. */
  reread(prompt: PromptRule): void
  /** Writes the record and reads it back. The record when it is stored, null when it is not. */
  answer(choices: Readonly<Record<string, boolean>>, source: ChoiceSource): ConsentRecord | null
  /** Remembers which advance notice was dismissed. */
  dismiss(version: string): void
  forget(prompt: PromptRule): void
}

export function createAnswers(
  env: ConsentEnv,
  settings: Settings,
  store: Store,
  storage: RecordStorage,
  written: () => void,
): Answers {
  let current: ConsentRecord | null = null
  let stored = false
  /** The stored record went away in another tab, or by the visitor's browser: no answer, so nothing pops up here. */
  let forgotten = false
  let highest = 0

  const signals = (): Signals => ({
    gpc: (env.win.navigator as Navigator & { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
  })

  const take = (record: ConsentRecord | null, prompt: PromptRule) => {
    highest = Math.max(highest, record?.rev ?? 0)
    store.dispatch({ type: 'record', record, stored, signals: signals(), now: env.now(), prompt })
  }

  /** Writes the record and holds on to it. False, and nothing held, where it cannot be written. */
  const write = (record: ConsentRecord) => {
    if (!storage.write(record)) return false
    current = record
    stored = true
    written()
    return true
  }

  const keep = (record: ConsentRecord) => {
    if (write(record)) return
    current = denialsOf(record)
    stored = forgotten = false
  }

  /** What this page holds, unless it was erased and another begun since. On a tie two tabs began: the denials count. */
  const stillOurs = (found: ConsentRecord | null) => {
    if (!stored || !current || !found || found.id === current.id) return current
    return found.rev === current.rev ? denialsOf(current) : null
  }

  const reread = (prompt: PromptRule) => {
    const found = storage.read()
    forgotten = !found && (forgotten || stored)
    const winner = newerRecord(found, forgotten ? null : stillOurs(found))
    if (winner && !(found && encodeRecord(winner) === encodeRecord(found))) keep(winner)
    else {
      current = found
      stored = !!found
    }
    take(winner, forgotten ? 'quiet' : prompt)
  }

  return {
    reread,
    answer(choices, source) {
      if (settings.units.every((unit) => choiceFor(unit, choices) === undefined)) return null
      reread('quiet')
      const stamp = { id: current?.id ?? env.randomId(), rev: highest + 1, time: env.now(), source }
      const record = nextRecord(settings, store.get(), choices, stamp)
      keep(record)
      take(record, 'answer')
      return stored ? record : null
    },
    dismiss(version) {
      reread('quiet')
      if (!current) return
      const seen = { ...current, rev: highest + 1, seen: version }
      // What cannot be written is hidden for the page, and leaves the answer that is stored.
      if (write(seen)) take(seen, 'answer')
      else store.dispatch({ type: 'ui', ui: 'none' })
    },
    forget(prompt) {
      storage.remove()
      current = null
      stored = forgotten = false
      take(null, prompt)
      written()
    },
  }
}
