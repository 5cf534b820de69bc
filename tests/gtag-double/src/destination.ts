import { reportKeyEvent, reportSignals, usesSignals } from './adsHosts.js'
import { isGranted } from './consentState.js'
import { eventFields, sharedFields } from './hit.js'
import { HitQueue } from './hitQueue.js'
import { Identity } from './identity.js'
import { optedOut } from './optedOut.js'
import { type Params, textOf } from './params.js'
import { loadServiceFrame } from './serviceFrame.js'
import type { GtagSettings } from './settings.js'

const DEFAULT_QUEUE_MS = 5_000
const NO_MARKS = { firstVisit: false, newSession: false }

/** One measurement ID: its configuration, its visitor and its queue. */
export class Destination {
  readonly id: string
  configured = false
  #config: Params = {}
  #started = false
  #engagedSince = performance.now()
  readonly #ids: readonly string[]
  readonly #identity: Identity
  readonly #queue: HitQueue

  constructor(
    readonly settings: GtagSettings,
    /** The fields of `gtag('set', …)`, which every destination shares. */
    readonly globals: () => Params,
  ) {
    this.id = settings.measurementId
    this.#ids = [this.id, ...(settings.aliases ?? [])]
    this.#identity = new Identity(this.id)
    this.#queue = new HitQueue(settings.queueMs ?? DEFAULT_QUEUE_MS)
  }

  measures(what: 'history' | 'scroll'): boolean {
    return this.configured && (this.settings.enhancedMeasurement ?? ['history', 'scroll']).includes(what)
  }

  inGroup(group: string): boolean {
    const groups = this.#config.groups ?? 'default'
    return this.configured && (Array.isArray(groups) ? groups : [groups]).includes(group)
  }

  /** A second config of the same ID sends nothing; it has `_ga` written again. */
  configure(params: Params): void {
    const repeated = this.configured
    this.configured = true
    this.#config = { ...this.#config, ...params }
    this.#identity.expectClientCookie()
    if (!repeated) this.#firstConfig(params)
    else if (this.#started && this.#mayStore() && !optedOut(this.#ids)) this.#identity.write(this.#fields())
  }

  #firstConfig(params: Params): void {
    const server = textOf(this.#fields().server_container_url)
    if (server && !optedOut(this.#ids)) loadServiceFrame(server)
    if (this.#fields().send_page_view !== false) this.process('page_view', params)
  }

  /** Here, and only here, the opt-out switches are read; what is in the queue afterwards will leave. */
  process(name: string, params: Params): void {
    const callback = params.event_callback
    if (typeof callback === 'function') setTimeout(() => callback(this.id))
    if (optedOut(this.#ids)) return
    this.#started = true
    const fields = { ...this.#fields(), ...params }
    const { clientId, session } = this.#identity.resolve(fields, this.#mayStore() ? 'cookies' : 'memory')
    if (name === 'user_engagement') session.engaged = 1
    const shared = sharedFields(this.id, fields, clientId, session)
    const marks = name === 'user_engagement' ? NO_MARKS : this.#identity.takeMarks()
    const signals = usesSignals(this.settings.googleSignals ?? 'off', fields)
    this.#queue.add(
      this.#endpoint(fields, signals),
      shared,
      eventFields(name, params, marks, this.#engaged()),
    )
    if (this.#mayStore()) this.#identity.write(fields)
    if (signals) reportSignals(shared, fields)
    if (this.settings.keyEvents?.includes(name) && fields.allow_ad_personalization_signals !== false) {
      reportKeyEvent(shared, name)
    }
  }

  /** A grant in a live page writes the cookies at once and sends no page_view, only engagement, later. */
  granted(): void {
    this.#identity.preferCookie(this.#fields())
    if (!this.#started || optedOut(this.#ids)) return
    this.#identity.write(this.#fields())
    this.process('user_engagement', {})
  }

  /** A withdrawal in a live page leaves cookies and queue alone. */
  withdrawn(): void {
    this.#identity.forget()
  }

  leavePage(): void {
    if (this.#started) this.process('user_engagement', {})
    this.#queue.flushOnUnload()
  }

  /** `gtag('get', …)`. */
  read(field: string): unknown {
    const fields = this.#fields()
    const known = this.#identity.resolve(fields, this.#mayStore() ? 'cookies' : 'memory')
    if (field === 'client_id') return known.clientId
    return field === 'session_id' ? String(known.session.id) : fields[field]
  }

  #fields(): Params {
    return { ...this.globals(), ...this.#config }
  }

  #mayStore(): boolean {
    return isGranted('analytics_storage')
  }

  #endpoint(fields: Params, signals: boolean): string {
    const own = textOf(fields.server_container_url) ?? textOf(fields.transport_url)
    if (own) return `${own.replace(/\/$/, '')}/g/collect`
    return `https://${signals ? 'analytics.google.com' : 'www.google-analytics.com'}/g/collect`
  }

  #engaged(): number {
    const now = performance.now()
    const engaged = Math.round(now - this.#engagedSince)
    this.#engagedSince = now
    return engaged
  }
}
