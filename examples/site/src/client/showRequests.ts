import type { WireTexts } from '../pages/wire.js'
import type { WireEntry } from '../wireLog.js'
import { byId } from './byId.js'
import { element } from './element.js'

const GOOGLE = /(^|\.)(google-analytics|googletagmanager)\.com$/

/** The list of what left: from this server's collect endpoint, or from the browser's own record of requests. */
export function showRequests(texts: WireTexts): void {
  const rows = byId('request-rows')
  const place = rows.closest<HTMLElement>('.wire')
  const clock = new Intl.DateTimeFormat(place?.dataset.lang, { timeStyle: 'medium' })

  function show(entry: Omit<WireEntry, 'number'>): void {
    const signal = texts.signals[entry.consent as keyof WireTexts['signals']]
    const what = entry.kind === 'script' ? texts.script : entry.events.join(', ') || texts.hit
    const row = element(
      'tr',
      element('td', clock.format(entry.time)),
      element('td', what),
      element('td', signal ? `${entry.consent} (${signal})` : entry.consent || '–'),
      element('td', entry.clientId || '–'),
    )
    rows.prepend(row)
    settle()
  }

  function settle(): void {
    byId('request-count').textContent = String(rows.childElementCount)
    byId('no-requests').hidden = rows.childElementCount > 0
  }

  settle()
  if (place?.dataset.tag === 'google') watchBrowser(show)
  else watchServer(show, () => rows.replaceChildren())
}

/** One stream, so that the browser's network panel stays quiet. Closed while the page is away: it may be cached. */
function watchServer(show: (entry: WireEntry) => void, clear: () => void): void {
  let stream: EventSource | undefined
  const status = byId('wire-status')

  function open(): void {
    stream = new EventSource('/wire/stream')
    stream.addEventListener('entries', ({ data }) => {
      clear()
      status.textContent = ''
      for (const entry of JSON.parse(data) as WireEntry[]) show(entry)
    })
    stream.addEventListener('entry', ({ data }) => show(JSON.parse(data) as WireEntry))
    stream.addEventListener('error', () => {
      status.textContent = status.dataset.offline ?? ''
    })
  }

  open()
  addEventListener('pagehide', () => stream?.close())
  addEventListener('pageshow', ({ persisted }) => persisted && open())
}

function watchBrowser(show: (entry: Omit<WireEntry, 'number'>) => void): void {
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      const { hostname, pathname, searchParams } = new URL(name)
      if (!GOOGLE.test(hostname)) continue
      show({
        time: performance.timeOrigin + startTime,
        kind: pathname === '/gtag/js' ? 'script' : 'hit',
        measurementId: searchParams.get('tid') ?? searchParams.get('id') ?? '',
        method: '',
        events: searchParams.getAll('en'),
        clientId: searchParams.get('cid') ?? '',
        consent: searchParams.get('gcs') ?? '',
        page: location.href,
      })
    }
  }).observe({ type: 'resource', buffered: true })
}
