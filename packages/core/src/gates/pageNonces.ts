/**
 * The nonces of the page's own scripts. We may run without a nonce of ours, bundled, or inserted by a script that
 * `strict-dynamic` trusts. What we insert is trusted in turn, so markup that somebody else put into the page would run.
 * All of them, since nothing tells which one the policy names: a first script may be somebody else's as well.
 * https://www.w3.org/TR/CSP3/#strict-dynamic-usage
 */
export function pageNonces(doc: Document): string[] {
  const scripts = doc.querySelectorAll<HTMLScriptElement>('script[nonce]:not([type="text/plain"])')
  return [...scripts].map(({ nonce }) => nonce).filter((nonce) => nonce !== '')
}
