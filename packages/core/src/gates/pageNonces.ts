import type { ConsentEnv } from '../types/env.js'

/**
 * Gives the nonces of the page's own scripts. We may run without a nonce of ours, bundled, or inserted by a script that
 * `strict-dynamic` trusts. What we insert is trusted in turn, so markup that somebody else put into the page would run.
 * All of them, since nothing tells which one the policy names: a first script may be somebody else's as well.
 * https://www.w3.org/TR/CSP3/#strict-dynamic-usage
 */
export function pageNonces({ win }: ConsentEnv): () => readonly string[] {
  const look = () => {
    const scripts = win.document.querySelectorAll<HTMLScriptElement>('script[nonce]:not([type="text/plain"])')
    return [...scripts].map(({ nonce }) => nonce).filter((nonce) => nonce !== '')
  }
  let known: readonly string[] | undefined
  return () => {
    // Once for all that runs in one go: a look at the whole page for each of 5,000 scripts takes longer than they do.
    if (!known) {
      known = look()
      win.setTimeout(() => {
        known = undefined
      })
    }
    return known
  }
}
