import { type GtagSettings, gtagSource } from '@consent-gate/tests/gtag-double'
import { isGoogleHost } from './googleHosts.js'
import type { Answer, NetworkRequest } from './network.js'
import { type HitEvent, readHit } from './readHit.js'

/** `gtag`: the script. `collect`: a hit by fetch or sendBeacon. `pixel`: a hit by an image. `other`: anything else. */
export type WireKind = 'gtag' | 'collect' | 'pixel' | 'other'

export interface WireRequest extends NetworkRequest {
  kind: WireKind
  /** When it arrived, in the milliseconds of `Date.now()`. */
  time: number
  /** The page that sent it: `dl` of a hit, otherwise the referrer as the browser cut it. */
  page: string
  params: Record<string, string>
  events: HitEvent[]
  answered: boolean
}

export interface WireEvent extends HitEvent {
  time: number
  request: WireRequest
}

/** What the double of gtag.js is built with, without the ID, which comes from the request. */
export type PropertySettings = Omit<GtagSettings, 'measurementId'>

const COLLECT = /\/(g|j|r)\/collect$/
const POLL_MS = 20
/**
 * Measured: an answer within a millisecond to what a page sends while it is left throws the page out of Chromium's
 * back/forward cache now and then (IgnoreEventAndEvict). A real answer takes longer.
 */
const ANSWER_MS = 60

function kindOf({ url, headers }: NetworkRequest): WireKind {
  if (url.pathname === '/gtag/js') return 'gtag'
  if (!COLLECT.test(url.pathname)) return 'other'
  return headers['sec-fetch-dest'] === 'image' ? 'pixel' : 'collect'
}

/** Everything a context sends towards Google or to a transport of the site's own, answered and recorded. */
export class GoogleWire {
  readonly requests: WireRequest[] = []
  readonly #property: PropertySettings

  constructor(property: PropertySettings) {
    this.#property = property
  }

  static takes({ url }: NetworkRequest): boolean {
    return isGoogleHost(url.hostname) || url.pathname === '/gtag/js' || COLLECT.test(url.pathname)
  }

  /** Recorded at once, answered as Google would. */
  async answer(request: NetworkRequest): Promise<Answer> {
    const kind = kindOf(request)
    const params = Object.fromEntries(request.url.searchParams)
    const hit = kind === 'collect' || kind === 'pixel'
    const recorded = {
      ...request,
      kind,
      time: Date.now(),
      page: params.dl ?? request.headers.referer ?? '',
      params,
      events: hit ? readHit(request.url, request.body) : [],
      answered: false,
    }
    this.requests.push(recorded)
    if (kind !== 'gtag') {
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS))
      recorded.answered = true
      return { status: 204, headers: { 'access-control-allow-origin': '*' } }
    }
    const body = gtagSource({ ...this.#property, measurementId: params.id ?? '' })
    return { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body }
  }

  /** Requests of one kind, in the order of arrival. */
  of(kind: WireKind): WireRequest[] {
    return this.requests.filter((request) => request.kind === kind)
  }

  /** All events that reached Google, or those of one name. */
  events(name?: string): WireEvent[] {
    const all = this.requests.flatMap((request) =>
      request.events.map((event) => ({ ...event, time: request.time, request })),
    )
    return name === undefined ? all : all.filter((event) => event.name === name)
  }

  /**
   * Resolves as soon as `count` events of that name have arrived and were answered; rejects with what did arrive. A
   * page that is left while one is on its way sends it once more, now and then.
   */
  async waitForEvent(name: string, { count = 1, timeout = 8_000 } = {}): Promise<WireEvent[]> {
    const there = () => this.events(name).filter(({ request }) => request.answered).length >= count
    await this.#until(there, `${count} x ${name}`, timeout)
    return this.events(name)
  }

  /** Resolves as soon as `count` requests of that kind have arrived. */
  async waitFor(kind: WireKind, { count = 1, timeout = 8_000 } = {}): Promise<WireRequest[]> {
    await this.#until(() => this.of(kind).length >= count, `${count} x ${kind}`, timeout)
    return this.of(kind)
  }

  /** Waits for that long and gives what arrived meanwhile, one line each: `expect(await wire.during(6000)).toEqual([])`. */
  async during(ms: number): Promise<string[]> {
    const before = this.requests.length
    await new Promise((resolve) => setTimeout(resolve, ms))
    return this.log().slice(before)
  }

  /** One line per request, for messages and comparisons: `collect www.google-analytics.com G101 page_view,scroll`. */
  log(): string[] {
    return this.requests.map(({ kind, url, params, events }) =>
      [kind, url.hostname, params.gcs ?? params.id ?? '', events.map(({ name }) => name).join()]
        .filter(Boolean)
        .join(' '),
    )
  }

  async #until(holds: () => boolean, wanted: string, timeout: number) {
    const end = Date.now() + timeout
    while (!holds()) {
      if (Date.now() > end) {
        throw new Error(`Waited ${timeout} ms for ${wanted}. Arrived:\n${this.log().join('\n') || 'nothing'}`)
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }
}
