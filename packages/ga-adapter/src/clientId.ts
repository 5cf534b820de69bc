/** The client id in the tag's cookie, `GA1.<depth>.<random>.<time>`, as its hits carry it; undefined without one. */
export function clientId(cookies: string, prefix = ''): string | undefined {
  const [, id] = cookies.match(new RegExp(`(?:^|; )${prefix}_ga=GA1\\.[\\d-]+\\.(\\d+\\.\\d+)`)) ?? []
  return id
}
