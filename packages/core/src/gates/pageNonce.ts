/**
 * The nonce of the page's own scripts: that of the first one. We may run without a nonce of ours, bundled, or inserted
 * by a script that `strict-dynamic` trusts. What we insert is trusted in turn, so markup that somebody else put into the
 * page would run. https://www.w3.org/TR/CSP3/#strict-dynamic-usage
 */
export function pageNonce(doc: Document): string {
  return doc.querySelector<HTMLScriptElement>('script[nonce]:not([type="text/plain"])')?.nonce ?? ''
}
