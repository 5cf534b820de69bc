import type { Service, ServiceContext } from '@consent-gate/core'
import { matomoCookies } from './matomoCookies.js'
import type { MatomoOptions } from './matomoOptions.js'
import type { MatomoCommand, MatomoWindow } from './matomoWindow.js'
import { settingsAmong } from './settingsAmong.js'

const ATTEMPTS = 2

/** No browser takes this for an address, so what Matomo sends there is never a request. */
const NOWHERE = 'https://'

/** Matomo, loaded after a grant and silent after a withdrawal. */
export function matomo({ url, siteId, category = 'analytics' }: MatomoOptions): Service {
  let granted = false
  let pending = false
  let blocked = false
  let attempts = 0
  let queue: (...commands: MatomoCommand[]) => void = () => {}

  /** Before matomo.js has loaded the queue is written anew, so that it finds nothing older. */
  const tell = (win: MatomoWindow, ...commands: MatomoCommand[]) => {
    queue = (...more) => win._paq?.push(...more)
    win._paq ??= []
    if (Array.isArray(win._paq)) {
      const settings = settingsAmong(win._paq)
      win._paq.splice(0, win._paq.length, ...settings, ['requireConsent'])
    }
    queue(...commands)
  }

  const load = ({ env, status }: ServiceContext) => {
    const end = (failure = '') => {
      pending = false
      blocked = failure !== ''
      if (granted) status(failure ? 'blocked' : 'running', failure)
    }
    const { Matomo }: MatomoWindow = env.win
    if (Matomo) return end()
    if (!pending) {
      if (attempts === ATTEMPTS) return end('gave-up')
      attempts++
      pending = true
      env.insertScript({
        src: `${url}matomo.js`,
        onload: () => end((env.win as MatomoWindow).Matomo ? '' : 'no-tracker'),
        onerror: () => end('load-error'),
      })
    }
    status('loading')
  }

  return {
    id: 'matomo',
    name: 'Matomo',
    category,
    cookies: matomoCookies,

    grant(context) {
      // Core calls again after a choice while blocked, or when another category changed the granted consent types.
      if (granted) return blocked ? load(context) : undefined
      granted = true
      const { recordDomain } = context
      tell(
        context.env.win,
        // First, while the address is still void: Matomo sends what it held back since the withdrawal.
        ['setConsentGiven'],
        ['setSiteId', siteId],
        ...(recordDomain === 'host' ? [] : [['setCookieDomain', `*.${recordDomain}`]]),
        ['setTrackerUrl', `${url}matomo.php`],
        ['trackPageView'],
      )
      load(context)
    },

    deny({ env, status }) {
      granted = false
      const win: MatomoWindow = env.win
      // It may run since an instance before this one, which was destroyed.
      if (!attempts && !win.Matomo) return status('idle')
      tell(
        win,
        // Matomo delays what follows its first request by up to 800 ms, and then asks for no consent.
        ['setTrackerUrl', NOWHERE],
        // It leaves a cookie, so not in the queue of a script that arrives after the sweep.
        ...(win.Matomo ? [['forgetConsentGiven']] : []),
        ['disableCookies'],
      )
      status('stopped')
    },

    track(action, { category: group = 'site', name, value } = {}) {
      if (granted) queue(['trackEvent', group, action, name, value])
    },

    pageView({ url: address, title } = {}) {
      if (granted) queue(...(address ? [['setCustomUrl', address]] : []), ['trackPageView', title])
    },

    destroy() {
      granted = false
    },
  }
}
