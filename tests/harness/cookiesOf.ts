import type { BrowserContext, Cookie } from 'playwright-core'

/** The cookies a context holds on every domain and path, HttpOnly ones included, whose name begins with `prefix`. */
export async function cookiesOf(context: BrowserContext, prefix = ''): Promise<Cookie[]> {
  const all = await context.cookies()
  return all.filter(({ name }) => name.startsWith(prefix))
}
