import type { WireEntry } from './wireLog.js'

const MOST_EVENTS = 50
/** In characters. Google's tag sends no longer event name or ID; an address is cut. */
const LONGEST = 500

const cut = (value: string | null) => (value ?? '').slice(0, LONGEST)

/** Reads one collect request: common parameters in the query, further events as lines of the body. */
export function parseHit(
  method: string,
  query: URLSearchParams,
  body: string,
): Omit<WireEntry, 'number' | 'time'> | null {
  const measurementId = query.get('tid') ?? ''
  if (query.get('v') !== '2' || !/^G-[A-Z0-9]{1,20}$/.test(measurementId)) return null
  const lines = [query, ...body.split(/\r?\n/).map((line) => new URLSearchParams(line))]
  return {
    kind: 'hit',
    measurementId,
    method,
    events: lines
      .flatMap((line) => line.get('en') ?? [])
      .slice(0, MOST_EVENTS)
      .map(cut),
    clientId: cut(query.get('cid')),
    consent: cut(query.get('gcs')),
    page: cut(query.get('dl')),
  }
}
