/** Parameters that carry secrets or people. */
const SECRETS =
  'token access_token id_token code key api_key apikey auth password pass pwd secret session sid sig signature email mail phone tel'
const EMAIL = /[^\s/?&=#@]+(@|%40)[^\s/?&=#@]+\.[a-z]{2,}/gi

/** An address without tokens, codes and e-mail addresses; the same string when it has none. */
export function scrubUrl(address: string, more: readonly string[]): string {
  const names = new Set([...SECRETS.split(' '), ...more.map((name) => name.toLowerCase())])
  const [path = '', query, ...hash] = address.split(/([?#].*)/s)
  const rest = [query, ...hash].join('')
  const clean = rest.replace(/([?&#])([^=&#]+)=[^&#]*/g, (pair, mark, name) =>
    names.has(name.toLowerCase()) ? `${mark}${name}=` : pair,
  )
  return (path + clean).replace(EMAIL, '')
}
