/**
 * Whether the parser may be in the middle of an element: its start tag is in the page before its text has arrived. What
 * comes after it, or the end of the page, says that it is all there.
 */
export function isBeingParsed(element: Element): boolean {
  const { readyState, head, body, documentElement } = element.ownerDocument
  if (readyState !== 'loading' || !element.isConnected || (body && head?.contains(element))) return false
  // Not beside the body: our own root is there.
  for (let node: Node | null = element; node && node.parentNode !== documentElement; node = node.parentNode) {
    if (node.nextSibling) return false
  }
  return true
}
