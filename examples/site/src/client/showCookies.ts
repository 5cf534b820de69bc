import type { WireTexts } from '../pages/wire.js'
import { byId } from './byId.js'
import { element } from './element.js'

const EVERY_MS = 300

/** The cookies scripts can read, and by name those that only the server sees. */
export function showCookies(texts: WireTexts): void {
  const rows = byId('cookie-rows')
  let seen: string | undefined

  function row(name: string, value: string, reader: string): HTMLElement {
    const shown = element('tr', element('th', name), element('td', value), element('td', reader))
    shown.dataset.cookie = name
    return shown
  }

  async function refresh(): Promise<void> {
    if (document.cookie === seen) return
    seen = document.cookie
    const readable = seen
      .split('; ')
      .filter(Boolean)
      .map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)] as const)
    const names = new Set(readable.map(([name]) => name))
    const server = (await namesOnServer()).filter((name) => !names.has(name))
    rows.replaceChildren(
      ...readable.map(([name, value]) => row(name, value, texts.readable)),
      ...server.map((name) => row(name, texts.hidden, texts.httpOnly)),
    )
    byId('no-cookies').hidden = rows.childElementCount > 0
  }

  setInterval(refresh, EVERY_MS)
  void refresh()
  // What only the server sees changes unseen, as by a log-out in another tab.
  const lookAnew = () => {
    seen = undefined
  }
  addEventListener('pageshow', lookAnew)
  document.addEventListener('visibilitychange', lookAnew)
}

async function namesOnServer(): Promise<readonly string[]> {
  try {
    return (await (await fetch('/wire/cookies')).json()) as string[]
  } catch {
    return []
  }
}
