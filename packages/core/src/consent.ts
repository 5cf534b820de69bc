import { createAnswers } from './answers.js'
import { resolveConfig } from './config/resolveConfig.js'
import type { CoreParts } from './coreParts.js'
import { issueLog } from './issue/issueLog.js'
import { createListeners } from './listeners.js'
import { consentLinks } from './page/consentLinks.js'
import { listen } from './page/listen.js'
import { watchPage } from './page/watchPage.js'
import { createPrompt } from './prompt.js'
import { exportData } from './rights/exportData.js'
import { addToHistory, readHistory } from './rights/history.js'
import { initialSnapshot } from './rules/initialSnapshot.js'
import { encodeRecord } from './rules/record.js'
import { runServices } from './services.js'
import { sessionCookie } from './session/sessionCookie.js'
import { DUE, HISTORY, OUTBOX } from './storage/localKeys.js'
import { recordStorage } from './storage/recordStorage.js'
import { createStore } from './store.js'
import { tabChannel } from './tabs/tabChannel.js'
import type { ConsentConfig } from './types/config.js'
import type { ChoiceResult, Consent, SweepReport } from './types/consent.js'
import type { ConsentEnv } from './types/env.js'
import type { Host } from './types/host.js'
import type { ChoiceSource } from './types/record.js'

type Choices = Readonly<Record<string, boolean>>

const NOTHING: SweepReport = { deleted: [], left: [], unreadable: [] }

/**
 * The composition of core: the pure rules, the store and the effects, on one environment. A configuration that
 * could not be read is null: everything stays denied and nothing is asked; `words` then says whether the debug mode,
 * which it could have asked for itself, is on.
 */
export function composeConsent(
  config: ConsentConfig | null,
  env: ConsentEnv,
  parts: CoreParts,
  words?: boolean,
): Consent {
  const { win, local } = env
  const { document: doc } = win
  const { report, listen: onIssue, describeWith } = issueLog()
  const listeners = createListeners(report)
  const { on, tell } = listeners
  const settings = resolveConfig(config, win.location.hostname, report)
  const { services, session, receipts, policies, debug, units, ui, silent } = settings
  const initial = {
    ...initialSnapshot(settings, env.now()),
    services: Object.fromEntries(services.map(({ id }) => [id, 'idle' as const])),
  }
  const store = createStore(settings, initial, (next, previous) => {
    prompt.ensure()
    tell('watch', next, previous)
    env.later(() => alive && tell('subscribe', next, previous))
  })
  const runner = runServices(env, settings, store, report)
  const prompt = createPrompt(store, report)
  const tabs = tabChannel(win, settings.record.cookie, () => refresh())
  const answers = createAnswers(env, settings, store, recordStorage(env, settings), tabs.announce)
  const stops = [tabs.close]
  let language = ui.lang ?? ''
  let hidden = false
  let alive = true
  let started = false
  /** Something was swept: what is swept next had come back. */
  let looking = false

  const granted = (id: string) => store.get().state[id] === 'granted'

  /** Gives what `use` makes of a part of core, once that is here; undefined when it cannot be loaded. */
  const usePart = <T, R>(load: () => Promise<T>, use: (part: T) => R) =>
    load()
      .then(use)
      .catch((error) => {
        report('CG602', 'parts', error)
        return undefined
      })

  /** Starts a part of core when it is here; it is stopped with the rest. */
  const withPart = <T>(load: () => Promise<T>, start: (part: T) => (() => void) | undefined) => {
    usePart(load, (part) => {
      const stop = alive && start(part)
      if (stop) stops.push(stop)
    })
  }

  /** Lets the services follow what `change` did to the state, and tells what became of a withdrawal, and who said it here. */
  const follow = (change: () => void, by?: ChoiceSource): SweepReport => {
    const before = services.filter(({ id }) => granted(id))
    // The tag starts before the interface draws what changed.
    const swept = store.asOne(() => {
      change()
      // Nothing may leave a prerendered page that nobody has seen.
      return started ? runner.apply() : NOTHING
    })
    const stopped = before.some(({ id }) => !granted(id))
    if (!stopped && looking) for (const name of swept.deleted) report('CG201', `cookies.${name}`, name)
    if (stopped || swept.deleted.length || swept.left.length) {
      looking = true
      withPart(parts.care, ({ watchCookies }) => watchCookies(env, runner.unwanted, report))
    }
    if (stopped) tell('onWithdrawn', swept, by)
    return swept
  }

  const refresh = () => {
    if (alive && started) follow(() => answers.reread(hidden ? 'quiet' : 'ask'))
  }

  /** Nothing leaves a prerendered page; what it tells is told when it is shown. */
  const toServices: typeof runner.each = (action) => {
    if (started) runner.each(action)
    else stops.push(listen(doc, 'prerenderingchange', () => runner.each(action)))
  }

  /** What a person or the site's code says. Nothing is awaited between the click and the record. */
  const act = (change: () => ChoiceResult['reason'] | false, by?: ChoiceSource): ChoiceResult => {
    let reason: ReturnType<typeof change> = 'destroyed'
    const swept = alive ? follow(() => (reason = change()), by) : NOTHING
    return {
      ok: !reason,
      ...(reason && { reason }),
      snapshot: store.get(),
      done: Promise.resolve(swept),
    }
  }

  const choose = (choices: Choices = {}, source?: ChoiceSource) =>
    act(() => {
      for (const id of Object.keys(choices))
        if (!(id in store.get().state)) report('CG125', `choice.${id}`, id)
      // Who is not asked has nothing to answer. A method that listens to a click is handed the event.
      const from = typeof source === 'string' ? source : 'api'
      const record = silent ? null : answers.answer(choices, from)
      if (!record) return 'not-stored'
      runner.retry(choices)
      addToHistory(env, record)
      if (receipts) {
        // The page may be left before the part is here: the next one sees which receipts are due.
        const due = `${local.get(DUE) ?? ''} ${encodeRecord(record)}`
        const unkept = local.set(DUE, due) ? null : record
        withPart(parts.receipts, ({ startReceipts }) => startReceipts(host, unkept))
      }
      return false
    }, source)

  const chooseAll = (choice: boolean, source?: ChoiceSource) => {
    const { pending } = store.get()
    // A notice that asks for what is new leaves the other answers alone.
    const asked = source === 'notice' && pending.length ? pending : units.map(({ id }) => id)
    return choose(Object.fromEntries(asked.map((id) => [id, choice])), source)
  }

  const forget = (rule: 'ask' | 'quiet') =>
    act(() => {
      hidden = rule === 'quiet'
      answers.forget(rule)
      return false
    })

  const auth = sessionCookie(
    env,
    session,
    async () =>
      (await usePart(parts.session, ({ endSession }) => endSession(host, 'ended'))) ?? {
        ok: false,
        reason: 'not-ended',
      },
    listeners,
  )

  const consent: Consent = {
    settings,
    get lang() {
      return language
    },
    session: auth.session,
    get: store.get,
    watch: on('watch'),
    subscribe: on('subscribe'),
    allows: granted,
    acceptAll: (source) => chooseAll(true, source),
    rejectAll: (source) => chooseAll(false, source),
    save: choose,
    withdraw: (id, source) =>
      typeof id === 'string' ? choose({ [id]: false }, source) : chooseAll(false, source),
    showPreferences: () => prompt.show('preferences'),
    showNotice: () => prompt.show('notice'),
    hide() {
      hidden = true
      store.dispatch({ type: 'ui', ui: 'none' })
    },
    dismissNotice() {
      const { upcoming } = store.get().policy
      if (alive && upcoming) follow(() => answers.dismiss(upcoming.version))
    },
    exportData: () => exportData(env, consent),
    erase() {
      if (alive) local.remove(HISTORY, OUTBOX, DUE)
      return forget('quiet')
    },
    reset() {
      forget('ask')
    },
    setLanguage(lang) {
      language = lang
      tell('onLanguage', lang)
    },
    track: (name, params) => toServices((service) => service.track?.(name, params)),
    pageView: (params) => toServices((service) => service.pageView?.(params)),
    onIssue,
    onLanguage: on('onLanguage'),
    onWithdrawn: on('onWithdrawn'),
    ran: new Set(),
    connectPrompt: prompt.connect,
    watchPage: (look) => watchPage(win, look),
    report,
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
      watchPage(win, () => {
        const gated = doc.querySelector('[data-category]')
        if (gated) withPart(parts.gates, ({ startGates }) => startGates(host))
        return gated
      }),
    )
    const now = env.now()
    if (policies.some(({ effective }) => effective > now)) {
      withPart(parts.care, ({ policyClock }) =>
        policyClock(env, policies, now, () => {
          hidden = false
          refresh()
        }),
      )
    }
    if (config && (debug || !units.length || !store.get().answered)) {
      const inspect = () => {
        usePart(parts.advice, ({ advise }) => advise(config, settings, env.now(), report, language))
      }
      // A developer can wait: the notice, which the load event waits for, goes first.
      if (doc.readyState === 'complete') inspect()
      else stops.push(listen(win, 'load', inspect))
    }
    if (session?.idleMinutes || session?.rewrite) {
      withPart(parts.session, ({ guardSession }) => guardSession(host))
    }
    // What is older than its period leaves the browser.
    env.later(() => readHistory(env))
    if (receipts && (local.get(DUE) || local.get(OUTBOX))) {
      withPart(parts.receipts, ({ startReceipts }) => startReceipts(host))
    }
  }

  if (debug || words)
    usePart(parts.debug, ({ startDebug }) => startDebug(config, env, settings, report, describeWith))
  stops.push(consentLinks(doc, consent))
  // An image of that name would be there under it.
  if ((doc as Document & { prerendering?: boolean }).prerendering === true) {
    stops.push(listen(doc, 'prerenderingchange', start))
  } else start()
  return consent
}
