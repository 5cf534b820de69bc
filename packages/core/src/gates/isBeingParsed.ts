/**
 * Whether the parser may be in the middle of an element: its start tag is in the page before its text has arrived. What
 * comes after it, or the end of the page, says that it is all there.
 */
export function isBeingParsed(element: Element): boolean {
  const { readyState, head, body, documentElement } = element.ownerDocument
  if (readyState !== 'loading' || !element.isConnected || (body && head?.contains(element))) return false
  // Not beside the body: our own root is there.
  for (let node: Node | null = element; node && node.parentNode !== documentElement; node = node.parentNode) {
    let next = node.nextSibling as HTMLScriptElement | null
    // Nor what scripts insert, as we do gtag.js: such a script is async, and not what the parser came to.
    while (next?.src && next.async) next = next.nextSibling as HTMLScriptElement | null
    if (next) return false
  }
  return true
}
