import { type Params, textOf } from './params.js'

const DEFAULT_LIFE_S = 63_072_000
const PROBE = 'gtag_double_probe'

/** Every value the page can see under a name: the same name may be set on several domains and paths. */
export const cookieValues = (name: string): string[] =>
  document.cookie
    .split('; ')
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))

function write(cookie: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: as gtag.js does, at once and also on http.
  document.cookie = cookie
}

let highest: string | undefined

function canSet(domain: string): boolean {
  const value = String(Math.random())
  write(`${PROBE}=${value}; domain=${domain}; path=/`)
  const kept = cookieValues(PROBE).includes(value)
  write(`${PROBE}=; domain=${domain}; path=/; max-age=0`)
  return kept
}

/** The highest parent domain that takes a cookie, found by trying; empty (host-only) on localhost and addresses. */
function highestDomain(): string {
  if (highest !== undefined) return highest
  const labels = location.hostname.split('.')
  const isAddress = /^[\d.]+$/.test(location.hostname)
  for (let from = labels.length - 2; from >= 0 && !isAddress; from--) {
    const domain = labels.slice(from).join('.')
    if (canSet(domain)) {
      highest = domain
      return domain
    }
  }
  return ''
}

function domainOf(config: Params): string {
  const domain = textOf(config.cookie_domain) ?? 'auto'
  if (domain === 'none') return ''
  return domain === 'auto' ? highestDomain() : domain
}

/** Writes a cookie as the `cookie_*` fields of the configuration say. */
export function writeCookie(
  name: string,
  value: string,
  config: Params,
  lifeSeconds = config.cookie_expires ?? DEFAULT_LIFE_S,
): void {
  const domain = domainOf(config)
  const seconds = Number(lifeSeconds)
  const parts = [
    `${name}=${value}`,
    domain && `domain=${domain}`,
    `path=${textOf(config.cookie_path) ?? '/'}`,
    seconds > 0 && `expires=${new Date(Date.now() + seconds * 1000).toUTCString()}`,
    textOf(config.cookie_flags),
  ]
  write(parts.filter(Boolean).join('; '))
}
