import type { SiteContext } from './siteEnv.js'

/** The fields that a form sent; none where its body is not what its type says. */
export async function readForm(c: SiteContext): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await c.req.parseBody()
  } catch (error) {
    // What undici throws at a body that it cannot take apart. One that is too large is another error.
    if (error instanceof TypeError) return {}
    throw error
  }
}
