import type {
  ChoiceSource,
  Consent,
  ConsentStatus,
  ExportedData,
  HistoryEntry,
  Listener,
  Policy,
  Session,
  SessionEvent,
  Settings,
  Snapshot,
  SweepReport,
  Unit,
} from '@consent-gate/core'

type LoadPrompt = Parameters<Consent['connectPrompt']>[0]

const DAY = 86_400_000

const NOTHING: SweepReport = { deleted: [], left: [], unreadable: [] }

const policy = (version: string, effective: number): Policy => ({
  version,
  effective,
  announced: effective - 10 * DAY,
  url: `/privacy/${version}`,
  summary: '',
  askAgain: true,
})

export const POLICIES = {
  previous: policy('2025-01-01', Date.UTC(2025, 0, 1)),
  current: policy('2026-03-01', Date.UTC(2026, 2, 1)),
  upcoming: policy('2027-01-01', Date.UTC(2027, 0, 1)),
}

export interface FakeConsent extends Consent {
  /** What the interface asked for, in order. */
  readonly calls: readonly (readonly [name: string, ...details: unknown[]])[]
  /** Issues that the interface reported. */
  readonly issues: readonly string[]
  /** Changes the snapshot as core would. */
  set(change: Partial<Snapshot>): void
  /** Tells what became of a withdrawal. */
  tellWithdrawn(report: SweepReport): void
  /** Tells of the log-in cookie as core would. */
  tellSession(event: SessionEvent): void
  /** Waits until the interface has loaded what it needs. */
  readonly drawn: Promise<unknown>
}

export interface FakeOptions {
  readonly settings?: Partial<Settings>
  readonly snapshot?: Partial<Snapshot>
  /** Whether choices can be stored. Default true. */
  readonly stores?: boolean
  readonly lang?: string
  /** What else is kept about the visitor. */
  readonly data?: Partial<ExportedData>
}

const SETTINGS: Settings = {
  policies: [POLICIES.previous, POLICIES.current],
  categories: [{ id: 'analytics', consentTypes: ['analytics_storage'] }],
  units: [{ id: 'google-analytics', category: 'analytics' }],
  services: [
    {
      id: 'google-analytics',
      category: 'analytics',
      name: 'Google Analytics',
      cookies: [{ name: '_ga' }, { name: '_ga_*' }],
    },
  ],
  necessary: [{ name: 'consent_gate' }, { name: 'consent_gate*' }, { name: 'sid', httpOnly: true }],
  session: { cookie: 'sid', httpOnly: true },
  record: { cookie: 'consent_gate', days: 180, domain: 'host' },
  days: 180,
  gpc: 'deny',
  minor: false,
  refused: [],
  silent: false,
  receipts: null,
  ui: {},
  debug: false,
}

const stateOf = (units: readonly Unit[], granted: (id: string) => boolean): Snapshot['state'] => {
  const state: Record<string, ConsentStatus> = { necessary: 'granted' }
  for (const { id } of units) state[id] = granted(id) ? 'granted' : 'denied'
  for (const { category } of units) {
    const mine = units.filter((unit) => unit.category === category)
    state[category] = mine.every(({ id }) => granted(id)) ? 'granted' : 'denied'
  }
  return state
}

/** A `Consent` that answers like core does, in memory, and remembers what it was asked. */
export function fakeConsent({
  settings: given,
  snapshot: first,
  stores = true,
  lang = '',
  data,
}: FakeOptions = {}): FakeConsent {
  const settings = { ...SETTINGS, ...given }
  const { units } = settings
  const calls: [string, ...unknown[]][] = []
  const issues: string[] = []
  const watchers = new Set<Listener>()
  const languageListeners = new Set<(lang: string) => void>()
  const sessionListeners = new Set<(event: SessionEvent) => void>()
  const outcomeListeners = new Set<(report: SweepReport) => void>()
  const history: HistoryEntry[] = []
  let language = lang
  let load: LoadPrompt | undefined
  let loaded: ReturnType<LoadPrompt> | undefined
  let snapshot: Snapshot = {
    state: stateOf(units, () => false),
    pending: units.map(({ id }) => id),
    answered: false,
    reason: 'unanswered',
    record: null,
    ui: 'none',
    persisted: false,
    policy: { current: POLICIES.current, upcoming: null, previous: [POLICIES.previous] },
    services: {},
    ...first,
  }

  const set = (change: Partial<Snapshot>) => {
    const previous = snapshot
    snapshot = { ...snapshot, ...change }
    if (snapshot.ui !== 'none' && load) loaded ??= load()
    for (const watcher of [...watchers]) watcher(snapshot, previous)
  }

  const choose = (choices: Readonly<Record<string, boolean>>, source: ChoiceSource = 'api') => {
    calls.push(['save', choices, source])
    const before = snapshot
    const granted = ({ id, category }: Unit) =>
      choices[id] ?? choices[category] ?? before.state[id] === 'granted'
    const on = units.filter(granted).map(({ id }) => id)
    const state = stateOf(units, (id) => stores && on.includes(id))
    const withdrawn = units.some(({ id }) => before.state[id] === 'granted' && state[id] === 'denied')
    const record = {
      id: 'r4nd0m-1d',
      policy: before.policy.current.version,
      rev: (before.record?.rev ?? 0) + 1,
      time: Date.UTC(2026, 10, 24, 9, 30),
      source,
      choices: Object.fromEntries(units.map(({ id }) => [id, state[id] ?? 'denied'])),
    }
    if (stores) history.push(record)
    set({
      state,
      record: stores ? record : null,
      persisted: stores,
      pending: stores ? [] : on,
      answered: stores || !on.length,
      reason: stores ? 'choice' : 'not-stored',
      ui: withdrawn || !stores ? before.ui : 'none',
    })
    const report = { deleted: ['_ga', '_ga_ABC123'], left: [], unreadable: [] }
    if (withdrawn) for (const listener of [...outcomeListeners]) listener(report)
    return {
      ok: stores,
      ...(stores ? {} : { reason: 'not-stored' as const }),
      snapshot,
      done: Promise.resolve(withdrawn ? report : NOTHING),
    }
  }
  const chooseAll = (on: boolean, source?: ChoiceSource) =>
    choose(Object.fromEntries(units.map(({ id }) => [id, on])), source)
  const show = (ui: Snapshot['ui']) => {
    calls.push([ui])
    set({ ui })
    return Promise.resolve(true)
  }
  const session: Session = {
    start: () => ({ ok: true }),
    token: null,
    status: 'unknown',
    end: async () => ({ ok: true }),
    subscribe(listener) {
      sessionListeners.add(listener)
      return () => sessionListeners.delete(listener)
    },
  }

  return {
    calls,
    issues,
    set,
    tellWithdrawn(report) {
      for (const listener of [...outcomeListeners]) listener(report)
    },
    tellSession(event) {
      for (const listener of [...sessionListeners]) listener(event)
    },
    get drawn() {
      return Promise.resolve(loaded)
        .then((prompt) => prompt?.settled())
        .then(() => new Promise((resolve) => setTimeout(resolve, 20)))
    },
    settings,
    session,
    get lang() {
      return language
    },
    get: () => snapshot,
    subscribe: (listener) => {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
    watch(listener) {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
    allows: (id) => snapshot.state[id] === 'granted',
    acceptAll: (source) => chooseAll(true, source),
    rejectAll: (source) => chooseAll(false, source),
    save: choose,
    withdraw: (id, source) => (id ? choose({ [id]: false }, source) : chooseAll(false, source)),
    showPreferences: () => show('preferences'),
    showNotice: () => show('notice'),
    hide() {
      calls.push(['hide'])
      set({ ui: 'none' })
    },
    dismissNotice() {
      calls.push(['dismissNotice'])
      set({ ui: 'none' })
    },
    exportData: () => ({
      format: 1,
      exported: new Date(Date.UTC(2026, 10, 24)).toISOString(),
      record: snapshot.record,
      history,
      receipts: [],
      lastActivity: null,
      cookies: ['consent_gate'],
      unreadable: ['sid'],
      session: settings.session && { cookie: 'sid', present: 'unknown' },
      ...data,
    }),
    erase() {
      calls.push(['erase'])
      history.length = 0
      set({
        record: null,
        persisted: false,
        state: stateOf(units, () => false),
        pending: units.map(({ id }) => id),
        answered: false,
        reason: 'unanswered',
      })
      return { ok: true, snapshot, done: Promise.resolve(NOTHING) }
    },
    setLanguage(next) {
      language = next
      for (const listener of [...languageListeners]) listener(next)
    },
    track() {},
    pageView() {},
    onIssue: () => () => {},
    ran: new Set(),
    reset() {},
    destroy() {
      calls.push(['destroy'])
    },
    onLanguage(listener) {
      languageListeners.add(listener)
      return () => languageListeners.delete(listener)
    },
    connectPrompt(loader) {
      load = loader
      if (snapshot.ui !== 'none') loaded ??= load()
      return () => {
        load = loaded = undefined
      }
    },
    watchPage(look) {
      const observer = new MutationObserver(() => check())
      const check = () => {
        if (look()) observer.disconnect()
      }
      observer.observe(document, { childList: true, subtree: true })
      check()
      return () => observer.disconnect()
    },
    onWithdrawn(listener) {
      outcomeListeners.add(listener)
      return () => outcomeListeners.delete(listener)
    },
    report(code) {
      issues.push(code)
    },
  }
}
