import type { SiteContext } from './siteEnv.js'

/** The fields that a form sent; none where its body is not what its type says, or breaks off. */
export async function readForm(c: SiteContext): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await c.req.parseBody()
  } catch {
    return {}
  }
}
