/** One event of a hit: the hit's parameters with those of the event's own body line on top. */
export interface HitEvent {
  name: string
  params: Record<string, string>
}

/** The events in a request to `/g/collect`: one in the query, or one for each line of the body. */
export function readHit(url: URL, body: string): HitEvent[] {
  const shared = Object.fromEntries(url.searchParams)
  const lines = body === '' ? [''] : body.split(/\r?\n/).filter((line) => line !== '')
  return lines.map((line) => {
    const params = { ...shared, ...Object.fromEntries(new URLSearchParams(line)) }
    return { name: params.en ?? '', params }
  })
}
