import type { WireEntry } from './wireLog.js'

const MOST_EVENTS = 50

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
    events: lines.flatMap((line) => line.get('en') ?? []).slice(0, MOST_EVENTS),
    clientId: query.get('cid') ?? '',
    consent: query.get('gcs') ?? '',
    page: query.get('dl') ?? '',
  }
}
