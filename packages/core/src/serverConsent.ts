import { initialSnapshot } from './rules/initialSnapshot.js'
import type { ChoiceResult, Consent } from './types/consent.js'
import type { Settings } from './types/settings.js'

/** A consent that answers and does nothing: on a server nobody has been asked. */
export function serverConsent(settings: Settings): Consent {
  const snapshot = initialSnapshot(settings, Date.now())
  const nothing = () => {}
  const unsubscribe = () => nothing
  const refuse = (): ChoiceResult => ({
    ok: false,
    reason: 'not-stored',
    snapshot,
    done: Promise.resolve({ deleted: [], left: [], unreadable: [] }),
  })
  const unavailable = () => Promise.resolve(false)
  return {
    settings,
    lang: settings.ui.lang ?? '',
    session: {
      token: null,
      status: 'unknown',
      start: () => ({ ok: false, reason: 'no-session' }),
      end: () => Promise.resolve({ ok: false, reason: 'no-session' }),
      subscribe: unsubscribe,
    },
    get: () => snapshot,
    allows: (id) => snapshot.state[id] === 'granted',
    acceptAll: refuse,
    rejectAll: refuse,
    save: refuse,
    withdraw: refuse,
    erase: refuse,
    showPreferences: unavailable,
    showNotice: unavailable,
    exportData: () => ({
      format: 1,
      exported: new Date().toISOString(),
      record: null,
      history: [],
      cookies: [],
      unreadable: [],
      session: null,
    }),
    watch: unsubscribe,
    subscribe: unsubscribe,
    onIssue: unsubscribe,
    onLanguage: unsubscribe,
    onWithdrawn: unsubscribe,
    connectPrompt: unsubscribe,
    hide: nothing,
    dismissNotice: nothing,
    setLanguage: nothing,
    track: nothing,
    pageView: nothing,
    report: nothing,
    reset: nothing,
    destroy: nothing,
  }
}
