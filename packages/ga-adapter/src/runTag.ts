import type { Service, ServiceContext } from '@consent-gate/core'
import { configFields } from './configFields.js'
import { consentUpdate } from './consentMode.js'
import { egressGuard } from './egressGuard.js'
import { loadTag } from './loadTag.js'
import { optOutFlags } from './optOutFlags.js'
import { pageTag } from './pageTag.js'
import { scrubUrl } from './scrubUrl.js'
import { startLayer } from './startLayer.js'
import type { TagSettings, TagWindow } from './types.js'
import { watchAddress } from './watchAddress.js'

export type TagRun = Required<Pick<Service, 'grant' | 'deny' | 'track' | 'destroy'>>

const HELD_EVENTS = 50
const ATTEMPTS = 2
const TIMEOUT_MS = 10_000
const GOOGLE = 'https://www.googletagmanager.com/gtag/js'
/** What loads Google's tag past us. A script that waits for consent as text/plain is gated, not loaded. */
const BY_SITE = '[src*="googletagmanager.com/gt"]:not([type="text/plain"])'

/** The tag in one page, switched on and off. What outlives this run is in the `PageTag`. */
export function runTag(settings: TagSettings, { env, issue }: ServiceContext): TagRun {
  const { ids, pageViews } = settings
  const scriptUrl = settings.scriptUrl || GOOGLE
  const win = env.win as TagWindow
  const { document: doc, location } = win
  const tag = pageTag(win)
  const { layer, gtag } = tag
  const clean = (text: string) => scrubUrl(text, [settings.scrub ?? []].flat())
  const flags = optOutFlags(win, tag, ids)
  const runs = () => win.google_tag_manager?.[`${ids[0]}`]

  let granted = false
  /** Whether what waits in the layer was pushed under a yes, or before the first answer. After a no it never is. */
  let keepsQueue = true
  let timer = 0
  let stop = () => {}

  const bySite = doc.querySelector(BY_SITE) ?? win.google_tag_manager
  if (bySite && !tag.attempts) issue('CG311', 'googleAnalytics', bySite)

  const setConsent = (types: readonly string[]) => {
    if (`${types}` !== `${tag.granted}`) gtag('consent', 'update', consentUpdate(tag.granted, types))
    tag.granted = types
  }

  /**
   * Tells the tag an address without its secrets. By `set`, which can be told again: in `config` it would stand
   * for every page that follows in this document. What holds no secret is left to the tag.
   */
  const tellClean = (field: string, value: string, told?: string) => {
    const next = clean(value)
    if (next === (told ?? value)) return told
    gtag('set', { [field]: next })
    return next
  }
  const tellAddress = () => {
    tag.address = tellClean('page_location', location.href, tag.address)
  }

  const cleaned = (fields: Readonly<Record<string, unknown>>, keys: RegExp) =>
    Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [
        key,
        typeof value === 'string' && keys.test(key) ? clean(value) : value,
      ]),
    )

  const configure = (fields: Readonly<Record<string, unknown>>) => {
    // Not the address of a server that the hits go to.
    for (const id of ids) if (!tag.configured.includes(id)) gtag('config', id, cleaned(fields, /^page_/))
    tag.configured = ids
  }

  const track: TagRun['track'] = (name, params = {}) => {
    if (granted) tellAddress()
    // Events go to the group `default` unless told otherwise, and `config.groups` takes our IDs out of it.
    const target = settings.config.groups && { send_to: ids }
    if (granted || keepsQueue) gtag('event', name, { ...target, ...cleaned(params, /./) })
  }

  /** Tells the tag of a yes: all that it must know where it knows nothing yet, else that consent is back. */
  const tellGrant = (types: readonly string[], fields: Readonly<Record<string, unknown>>) => {
    const wasOff = !tag.granted.length
    if (wasOff && !(runs() && tag.configured.length)) {
      startLayer(tag, (waiting) => {
        setConsent(types)
        gtag('js', new Date(env.now()))
        tellAddress()
        tellClean('page_referrer', doc.referrer)
        configure(fields)
        if (keepsQueue) layer.push(...waiting.filter(([name]) => name === 'event').slice(-HELD_EVENTS))
      })
    } else {
      setConsent(types)
      tellAddress()
      configure(fields)
      // Nothing reports the page by itself when consent comes back.
      if (wasOff && fields.send_page_view !== false) gtag('event', 'page_view', { send_to: ids })
    }
  }

  const load = () => {
    timer = win.setTimeout(() => tag.settled?.('timeout'), TIMEOUT_MS)
    loadTag(tag, env, `${scriptUrl}${scriptUrl.includes('?') ? '&' : '?'}id=${ids[0]}`)
  }

  return {
    grant({ consentTypes, recordDomain, status }) {
      // Our own grant is the consent to it, whatever else stands in the category.
      const types = ['analytics_storage', ...consentTypes]
      const fields = configFields(settings, recordDomain, location.protocol, types)
      stop()
      granted = true
      flags.lower()
      tag.guard?.lift()
      tellGrant(types, fields)

      let current = true
      const unwatch = watchAddress(win, (previous) => {
        tellAddress()
        // Before the tag is here its config is still to report the address that it will find.
        if (pageViews !== 'history' || !runs()) return
        const page_location = location.href
        env.later(() => track('page_view', { page_location, page_referrer: previous }))
      })
      stop = () => {
        current = false
        win.clearTimeout(timer)
        unwatch()
      }
      tag.settled = (failure = runs() ? '' : 'no-tag') => {
        win.clearTimeout(timer)
        if (granted) status(failure ? 'blocked' : 'running', failure)
      }

      if (runs()) tag.settled()
      else if (tag.attempts < ATTEMPTS || tag.pending) {
        status('loading')
        const whenIdle = () => current && load()
        if (settings.when !== 'idle') load()
        else if (win.requestIdleCallback) win.requestIdleCallback(whenIdle)
        else env.later(whenIdle)
      } else tag.settled('gave-up')
    },

    deny({ answered, status }) {
      stop()
      granted = false
      keepsQueue &&= settings.beforeConsent === 'hold' && !answered
      flags.raise()
      // One that came under another ID counts as well.
      const mayRun = tag.pending || runs() || (tag.attempts && win.google_tag_manager)
      if (!mayRun && !tag.granted.length) return
      // Before the layer is told: whoever listens there may throw, and off is off all the same (P2).
      if (mayRun) {
        tag.guard ??= egressGuard(env)
        tag.guard.arm()
      }
      status('stopped')
      if (runs() && tag.configured.length) setConsent([])
      else startLayer(tag)
    },

    track,

    destroy() {
      stop()
      if (!tag.attempts && !runs()) flags.lower()
      granted = false
    },
  }
}
