import { createAnswers } from './answers.js'
import { resolveConfig } from './config/resolveConfig.js'
import type { CoreParts } from './coreParts.js'
import { issueLog } from './issue/issueLog.js'
import { createListeners } from './listeners.js'
import { consentLinks } from './page/consentLinks.js'
import { listen } from './page/listen.js'
import { onReturn } from './page/onReturn.js'
import { whenPresent } from './page/whenPresent.js'
import { createPrompt } from './prompt.js'
import { exportData } from './rights/exportData.js'
import { addToHistory } from './rights/history.js'
import { initialSnapshot } from './rules/initialSnapshot.js'
import { nextPolicyChange } from './rules/policy.js'
import { runServices } from './services.js'
import { sessionCookie } from './session/sessionCookie.js'
import { recordStorage } from './storage/recordStorage.js'
import { createStore } from './store.js'
import { tabChannel } from './tabs/tabChannel.js'
import type { ConsentConfig } from './types/config.js'
import type { ChoiceResult, Consent, SweepReport } from './types/consent.js'
import type { ConsentEnv } from './types/env.js'
import type { Host } from './types/host.js'
import type { ChoiceSource } from './types/record.js'
import type { Snapshot } from './types/snapshot.js'

type Choices = Readonly<Record<string, boolean>>

const NOTHING: SweepReport = { deleted: [], left: [], unreadable: [] }

/**
 * The composition of core: the pure rules, the store and the effects, on one environment. A configuration that
 * could not be read is null: everything stays denied and nothing is asked.
 */
export function composeConsent(config: ConsentConfig | null, env: ConsentEnv, parts: CoreParts): Consent {
  const { win } = env
  const { document: doc } = win
  const log = issueLog()
  const failed = (path: string) => (error: unknown) => log.report('CG303', path, error)
  const settings = resolveConfig(config, win.location.hostname, log.report)
  const { services, session, receipts } = settings
  const store = createStore(settings, {
    ...initialSnapshot(settings, env.now()),
    services: Object.fromEntries(services.map(({ id }) => [id, 'idle'])),
  })
  const { local } = env
  const runner = runServices(env, settings, store, log.report)
  const prompt = createPrompt(store, log.report)
  const tabs = tabChannel(win, settings.record.cookie, () => refresh())
  const answers = createAnswers(env, settings, store, recordStorage(env, settings), tabs.announce)
  const subscribers = createListeners<[Snapshot, Snapshot]>(failed('subscribe'))
  const watchers = createListeners<[Snapshot, Snapshot]>(failed('watch'))
  const outcomes = createListeners<[SweepReport]>(failed('onWithdrawn'))
  const languages = createListeners<[string]>(failed('onLanguage'))
  const stops: (() => void)[] = []
  let language = settings.ui.lang ?? ''
  let hidden = false
  let alive = true
  let started = false

  const granted = (id: string) => store.get().state[id] === 'granted'

  /** Starts a part of core when it is here; it is stopped with the rest. */
  const withPart = async <T>(load: () => Promise<T>, start: (part: T) => unknown): Promise<void> => {
    try {
      const part = await load()
      const stop = alive && start(part)
      if (typeof stop === 'function') stops.push(stop as () => void)
    } catch (error) {
      log.report('CG602', 'parts', error)
    }
  }

  /** Lets the services follow what `change` did to the state, and tells what became of a withdrawal. */
  const follow = (change: () => void): SweepReport => {
    const before = services.filter(({ id }) => granted(id))
    change()
    // Nothing may leave a prerendered page that nobody has seen.
    const report = started ? runner.apply() : NOTHING
    const stopped = before.some(({ id }) => !granted(id))
    if (stopped || report.deleted.length || report.left.length) {
      withPart(parts.care, ({ watchCookies }) => watchCookies(env, runner.unwanted, log.report))
    }
    if (stopped) outcomes.tell(report)
    return report
  }

  const refresh = () => {
    if (alive && started) follow(() => answers.reread(hidden ? 'quiet' : 'ask'))
  }

  /** What a person or the site's code says. Nothing is awaited between the click and the record. */
  const act = (change: () => ChoiceResult['reason'] | undefined, denies: boolean): ChoiceResult => {
    let reason: ChoiceResult['reason'] = 'destroyed'
    const report = alive ? follow(() => (reason = change())) : NOTHING
    return {
      ok: !reason,
      ...(reason && { reason }),
      snapshot: store.get(),
      done: Promise.resolve(denies ? report : NOTHING),
    }
  }

  const choose = (choices: Choices, source: ChoiceSource = 'api') =>
    act(() => {
      // A minor is not asked, so has nothing to answer.
      const record = settings.minor ? null : answers.answer(choices, source)
      if (!record) return 'not-stored'
      addToHistory(env, record)
      if (receipts) withPart(parts.receipts, ({ startReceipts }) => startReceipts(host, record))
      return
    }, Object.values(choices).includes(false))

  const chooseAll = (choice: boolean, source?: ChoiceSource) =>
    choose(Object.fromEntries(settings.units.map(({ id }) => [id, choice])), source)

  const forget = (rule: 'ask' | 'quiet') =>
    act(() => {
      hidden = rule === 'quiet'
      answers.forget(rule)
      return undefined
    }, true)

  const auth = sessionCookie(
    env,
    session,
    async () => {
      try {
        return await (await parts.session()).endSession(host, 'ended')
      } catch (error) {
        log.report('CG602', 'parts', error)
        return { ok: false, reason: 'not-ended' }
      }
    },
    failed('session'),
  )

  const consent: Consent = {
    settings,
    get lang() {
      return language
    },
    session: auth.session,
    get: store.get,
    watch: watchers.add,
    subscribe: subscribers.add,
    allows: granted,
    acceptAll: (source) => chooseAll(true, source),
    rejectAll: (source) => chooseAll(false, source),
    save: choose,
    withdraw: (id, source) => (id ? choose({ [id]: false }, source) : chooseAll(false, source)),
    showPreferences: () => prompt.show('preferences'),
    showNotice: () => prompt.show('notice'),
    hide() {
      hidden = true
      store.dispatch({ type: 'ui', ui: 'none' })
    },
    dismissNotice() {
      const { upcoming } = store.get().policy
      if (alive && upcoming) answers.dismiss(upcoming.version)
    },
    exportData: () => exportData(env, consent),
    erase() {
      if (alive) local.remove('consent_gate.history', 'consent_gate.outbox')
      return forget('quiet')
    },
    reset() {
      forget('ask')
    },
    setLanguage(lang) {
      language = lang
      languages.tell(lang)
    },
    track: (name, params) => runner.each((service) => service.track?.(name, params)),
    pageView: (params) => runner.each((service) => service.pageView?.(params)),
    onIssue: log.listen,
    onLanguage: languages.add,
    onWithdrawn: outcomes.add,
    connectPrompt: prompt.connect,
    report: log.report,
    destroy() {
      for (const stop of stops.splice(0)) stop()
      if (alive) runner.each((service) => service.destroy?.())
      alive = false
    },
  }
  const host: Host = { env, consent, tellSession: auth.tell }

  const start = () => {
    started = true
    refresh()
    stops.push(
      onReturn(win, refresh),
      whenPresent(win, '[data-category]', () => {
        withPart(parts.gates, ({ startGates }) => startGates(host))
      }),
    )
    const { policies } = settings
    const flips = nextPolicyChange(policies, env.now()) < Number.POSITIVE_INFINITY
    if (flips || !store.get().answered || settings.debug) {
      withPart(parts.care, ({ policyClock }) =>
        policyClock(env, policies, () => {
          hidden = false
          refresh()
        }),
      )
      withPart(parts.care, ({ inspectConfig }) => {
        if (config) inspectConfig(config, settings, env.now(), log.report)
      })
    }
    if (session?.idleMinutes || session?.rewrite) {
      withPart(parts.session, ({ guardSession }) => guardSession(host))
    }
    if (receipts && local.get('consent_gate.outbox')) {
      withPart(parts.receipts, ({ startReceipts }) => startReceipts(host))
    }
  }

  if (settings.debug) withPart(parts.debug, ({ describeIssue }) => log.describeWith(describeIssue))
  stops.push(
    tabs.close,
    consentLinks(doc, consent),
    store.watch((next, previous) => {
      prompt.ensure()
      watchers.tell(next, previous)
      env.later(() => subscribers.tell(next, previous))
    }),
  )
  if ((doc as Document & { prerendering?: boolean }).prerendering) {
    stops.push(listen(doc, 'prerenderingchange', start))
  } else start()
  return consent
}
