import type { Answer, NetworkRequest, Reply } from './network.js'

type Page = string | Reply | ((request: NetworkRequest) => string | Answer | Promise<string | Answer>)

/**
 * What the site serves. One string is the page at every path; a record has a page, script or handler per path,
 * with `'*'` for the rest. A string is HTML, and is put into a minimal document unless it brings its own.
 */
export type Pages = string | Record<string, Page>

const asDocument = (html: string): string =>
  /^\s*<!doctype/i.test(html)
    ? html
    : `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>Test</title></head><body>${html}</body></html>`

const isNavigation = ({ headers }: NetworkRequest) =>
  ['document', 'iframe', 'frame'].includes(String(headers['sec-fetch-dest'] ?? 'document'))

/** The answer of the site's pages to a request, with the test's own headers on every document. */
export async function servePage(
  pages: Pages,
  headers: Record<string, string | string[]>,
  request: NetworkRequest,
): Promise<Answer> {
  const page =
    typeof pages === 'string'
      ? isNavigation(request)
        ? pages
        : undefined
      : (pages[request.url.pathname] ?? pages['*'])
  if (page === undefined) return { status: request.url.pathname === '/favicon.ico' ? 204 : 404 }
  const answer = typeof page === 'function' ? await page(request) : page
  if (typeof answer !== 'string') return answer
  if (request.url.pathname.endsWith('.js')) {
    return { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: answer }
  }
  return { headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: asDocument(answer) }
}
