import type { Service, ServiceContext } from '@consent-gate/core'
import { everyTypeDenied, withGranted } from './consentMode.js'
import { defineGtag, lastEvents, pushCommand, takeOut } from './dataLayer.js'
import { type EgressGuard, egressGuard } from './egress.js'
import { foreignTag } from './foreignTag.js'
import { gaCookies } from './gaCookies.js'
import { gtagConfig } from './gtagConfig.js'
import { loadGtag } from './loadGtag.js'
import { onRoute } from './onRoute.js'
import { scrubUrl } from './scrubUrl.js'
import type { GoogleAnalyticsOptions, GtagWindow } from './types.js'

const TRIES = 2

/**
 * Google Analytics in basic consent mode: nothing of Google before a yes, and nothing after a no. `G-` IDs
 * only: a Tag Manager container runs what its owner puts in, so no promise about it could be kept.
 */
export function googleAnalytics(options: GoogleAnalyticsOptions): Service {
  const { category = 'analytics', config = {}, scrub = [], pageViews = 'auto', scriptUrl, when } = options
  const given: readonly string[] = [options.measurementId ?? []].flat()
  const ids = given.filter((id) => /^G-[A-Z0-9]+$/i.test(id))
  const transport = options.transportUrl ?? config.server_container_url ?? config.transport_url

  let win: GtagWindow
  let guard: EgressGuard
  let context: ServiceContext
  let granted = false
  /** The visitor said no in this page, so what was queued until now is never sent. */
  let refused = false
  /** gtag.js has been handed the recipe. */
  let configured = false
  let script: HTMLScriptElement | undefined
  let loaded = false
  let tries = 0
  let stopRoutes = () => {}

  const disable = (off: boolean) => {
    for (const id of ids) win[`ga-disable-${id}`] = off
  }
  const send = (...command: unknown[]) => pushCommand(win, ...command)

  const meet = (next: ServiceContext) => {
    const first = !context
    context = next
    if (!first) return
    win = next.env.win as GtagWindow
    guard = egressGuard(win, transport)
    defineGtag(win)
    for (const id of given) if (!ids.includes(id)) next.issue('CG311', 'googleAnalytics.measurementId', id)
    const foreign = foreignTag(win)
    if (foreign) next.issue('CG320', 'script', foreign)
  }

  const load = () => {
    if (script || tries >= TRIES || !granted) return
    tries++
    context.status('loading')
    script = loadGtag(context.env, ids[0] as string, scriptUrl, (failure) => {
      if (!failure) loaded = true
      else if (failure !== 'timeout') {
        script?.remove()
        script = undefined
      }
      if (granted) context.status(failure ? 'blocked' : 'running', failure)
    })
  }

  const configure = (held: readonly unknown[]) => {
    const { win: page } = context.env
    send('consent', 'default', everyTypeDenied())
    send('consent', 'update', withGranted(context.consentTypes))
    send('js', new Date(context.env.now()))
    const address = cleanAddress()
    if (address) send('set', address)
    for (const id of ids) send('config', id, gtagConfig(options, context, page.location.protocol))
    win.dataLayer?.push(...held)
    configured = true
    if (address || pageViews === 'history') stopRoutes = onRoute(page, routed)
  }

  /** The address without secrets, where it has some; what is not set, gtag reads from the page itself. */
  const cleanAddress = () => {
    const { location, document: doc } = win
    const page_location = scrubUrl(location.href, scrub)
    const page_referrer = scrubUrl(doc.referrer, scrub)
    const clean = page_location === location.href && page_referrer === doc.referrer
    return clean ? undefined : { page_location, page_referrer }
  }

  const routed = () => {
    if (!granted) return
    send('set', { page_location: scrubUrl(win.location.href, scrub) })
    if (pageViews === 'history') service.pageView?.()
  }

  const service: Service = {
    id: 'google-analytics',
    name: 'Google Analytics',
    category,
    recipient: 'Google LLC',
    cookies: gaCookies(config, transport),
    ...(!ids.length && { mistake: 'CG310' }),

    grant(next) {
      const again = granted
      meet(next)
      granted = true
      disable(false)
      guard.lift()
      if (configured) {
        send('consent', 'update', withGranted(next.consentTypes))
        // `consent update` sends no page view; while gtag.js loads, the one of `config` is still to come.
        if (!again && loaded && pageViews !== 'manual' && config.send_page_view !== false)
          service.pageView?.()
      } else {
        const queued = takeOut(win)
        configure(options.beforeConsent === 'hold' && !refused ? lastEvents(queued) : [])
      }
      if (loaded) next.status('running')
      else if (script) next.status('loading')
      else if (when === 'idle' && win.requestIdleCallback) win.requestIdleCallback(load)
      else load()
    },

    deny(next) {
      meet(next)
      refused ||= granted || next.answered
      disable(true)
      if (granted) {
        granted = false
        if (loaded) send('consent', 'update', everyTypeDenied())
        else {
          // Not processed yet: the next yes starts afresh, and what the script finds now is nothing.
          takeOut(win)
          configured = false
          stopRoutes()
        }
        next.status('stopped')
      }
      if (script) guard.arm()
    },

    track(name, params) {
      if (granted || (win && !refused)) send('event', name, params ?? {})
    },

    pageView(params) {
      service.track?.('page_view', { ...cleanAddress(), ...params })
    },

    destroy() {
      stopRoutes()
      // A running gtag stays off where it is off.
      if (!win || (script && !granted)) return
      for (const id of ids) delete win[`ga-disable-${id}`]
    },
  }
  return service
}
