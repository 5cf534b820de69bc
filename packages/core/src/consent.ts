import { createAnswers } from './answers.js'
import { resolveConfig } from './config/resolveConfig.js'
import { issueLog } from './issue/issueLog.js'
import { consentLinks } from './page/consentLinks.js'
import { onReturn } from './page/onReturn.js'
import { policyClock } from './page/policyClock.js'
import { whenActive } from './page/whenActive.js'
import { whenPresent } from './page/whenPresent.js'
import { createPrompt } from './prompt.js'
import { exportData } from './rights/exportData.js'
import { choiceHistory } from './rights/history.js'
import { initialSnapshot } from './rules/initialSnapshot.js'
import { runServices } from './services.js'
import { sessionCookie } from './session/sessionCookie.js'
import { recordStorage } from './storage/recordStorage.js'
import { storageArea } from './storage/storageArea.js'
import { createStore } from './store.js'
import { watchdog } from './sweep/watchdog.js'
import { tabChannel } from './tabs/tabChannel.js'
import type { ConsentConfig } from './types/config.js'
import type { ChoiceResult, Consent, SweepReport } from './types/consent.js'
import type { ConsentEnv } from './types/env.js'
import type { CoreChunks, Host } from './types/host.js'
import type { ChoiceSource } from './types/record.js'

const NOTHING: SweepReport = { deleted: [], left: [], unreadable: [] }
const OUTBOX = 'consent_gate.outbox'

/**
 * The composition of core: the pure rules, the store and the effects, on one environment. A configuration that
 * could not be read is null: everything stays denied and nothing is asked.
 */
export function composeConsent(config: ConsentConfig | null, env: ConsentEnv, chunks: CoreChunks): Consent {
  const { win } = env
  const { document: doc } = win
  const log = issueLog()
  const settings = resolveConfig(config, env.now(), win.location.hostname, log.report)
  const store = createStore(settings, initialSnapshot(settings, env.now()))
  const history = choiceHistory(env)
  const dog = watchdog(env, log.report)
  const withdrawn = new Set<(report: SweepReport) => void>()
  const stops: (() => void)[] = []
  const languageListeners = new Set<(lang: string) => void>()
  let language = settings.ui.lang ?? ''
  let hidden = false
  let alive = true

  const guarded = (path: string, action: () => void) => {
    try {
      action()
    } catch (error) {
      log.report('CG303', path, error)
    }
  }

  const lazily = <T>(load: () => Promise<T>, start: (part: T) => void) => {
    load().then(
      (part) => alive && guarded('chunks', () => start(part)),
      (error) => log.report('CG602', 'chunks', error),
    )
  }

  const granted = (id: string) => store.get().state[id] === 'granted'
  const runner = runServices(env, settings, store, log.report)
  const storage = recordStorage(env, settings)
  const tabs = tabChannel(win, settings.record.cookie, () => refresh())
  const answers = createAnswers(env, settings, store, storage, () => tabs.announce())
  const auth = sessionCookie(env, settings.session)
  const prompt = createPrompt(store, log.report)

  /** Lets the services follow what `change` did to the state, and tells who was withdrawn. */
  const follow = (change: () => void): SweepReport => {
    const before = settings.services.filter(({ id }) => granted(id))
    change()
    const { report, declared } = runner.apply()
    const stopped = before.some(({ id }) => !granted(id))
    if (stopped || report.deleted.length || report.left.length) {
      dog.watch(declared, (cookie) =>
        settings.services.some(({ id, cookies }) => !granted(id) && cookies?.includes(cookie)),
      )
    }
    if (stopped) for (const listener of withdrawn) guarded('onWithdrawn', () => listener(report))
    return report
  }

  const refresh = () => {
    if (alive) follow(() => answers.reread(hidden ? 'quiet' : 'ask'))
  }

  const refuse = (reason: 'destroyed'): ChoiceResult => ({
    ok: false,
    reason,
    snapshot: store.get(),
    done: Promise.resolve(NOTHING),
  })

  const choose = (choices: Readonly<Record<string, boolean>>, source: ChoiceSource = 'api'): ChoiceResult => {
    if (!alive) return refuse('destroyed')
    let stored = false
    const report = follow(() => {
      const record = answers.answer(choices, source)
      stored = !!record
      if (!record) return
      history.add(record)
      if (settings.receipts) lazily(chunks.receipts, (part) => part.startReceipts(host)(record))
    })
    const snapshot = store.get()
    const denies = Object.values(choices).includes(false)
    return {
      ok: stored,
      ...(!stored && { reason: 'not-stored' }),
      snapshot,
      done: Promise.resolve(denies ? report : NOTHING),
    }
  }

  const chooseAll = (choice: boolean, source?: ChoiceSource) =>
    choose(Object.fromEntries(settings.units.map(({ id }) => [id, choice])), source)

  const start = () => {
    if (!alive) return
    refresh()
    stops.push(
      onReturn(win, refresh),
      policyClock(env, settings.policies, () => {
        hidden = false
        refresh()
      }),
      whenPresent(doc, '[data-category]', () => {
        lazily(chunks.gates, (part) => stops.push(part.startGates(host)))
      }),
    )
    const { session, receipts } = settings
    if (session?.idleMinutes || session?.rewrite) {
      lazily(chunks.sessionGuard, (part) => stops.push(part.guardSession(host)))
    }
    if (receipts && storageArea(env.local).get(OUTBOX)) {
      lazily(chunks.receipts, (part) => part.startReceipts(host))
    }
  }

  const consent: Consent = {
    settings,
    get lang() {
      return language
    },
    onLanguage(listener) {
      languageListeners.add(listener)
      return () => languageListeners.delete(listener)
    },
    session: auth.session,
    get: store.get,
    watch: store.watch,
    subscribe: (listener) =>
      store.watch((next, previous) => {
        env.later(() => guarded('subscribe', () => listener(next, previous)))
      }),
    allows: granted,
    acceptAll: (source) => chooseAll(true, source),
    rejectAll: (source) => chooseAll(false, source),
    save: choose,
    withdraw: (id, source) => (id === undefined ? chooseAll(false, source) : choose({ [id]: false }, source)),
    showPreferences: () => prompt.show('preferences'),
    showNotice: () => prompt.show('notice'),
    hide() {
      hidden = true
      store.dispatch({ type: 'ui', ui: 'none' })
    },
    dismissNotice() {
      const { upcoming } = store.get().policy
      if (upcoming) answers.dismiss(upcoming.version)
    },
    exportData: () => exportData(env, consent, history),
    erase() {
      if (!alive) return refuse('destroyed')
      hidden = true
      history.erase()
      storageArea(env.local).remove(OUTBOX)
      const report = follow(() => answers.forget('quiet'))
      return { ok: true, snapshot: store.get(), done: Promise.resolve(report) }
    },
    reset() {
      if (!alive) return
      hidden = false
      follow(() => answers.forget('ask'))
    },
    setLanguage(lang) {
      language = lang
      for (const listener of languageListeners) guarded('setLanguage', () => listener(lang))
    },
    track: (name, params) => runner.each((service) => service.track?.(name, params)),
    pageView: (params) => runner.each((service) => service.pageView?.(params)),
    onIssue: log.listen,
    onWithdrawn(listener) {
      withdrawn.add(listener)
      return () => withdrawn.delete(listener)
    },
    connectPrompt: prompt.connect,
    report: log.report,
    destroy() {
      if (!alive) return
      alive = false
      for (const stop of stops) stop()
      runner.destroy()
    },
  }
  const host: Host = { env, consent, endIdleSession: () => auth.end('idle-ended') }

  stops.push(
    tabs.close,
    dog.stop,
    consentLinks(doc, consent),
    store.watch(() => {
      prompt.ensure()
    }),
  )
  if (settings.debug) lazily(chunks.issueTexts, ({ describeIssue }) => log.describeWith(describeIssue))
  whenActive(doc, start)
  return consent
}
