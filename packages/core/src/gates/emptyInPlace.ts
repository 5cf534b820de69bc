/**
 * Takes an element out and in again, which ends the page inside it: without its address alone an `embed` goes on, and
 * a new address would add an entry to the history.
 */
export function emptyInPlace(element: Element): void {
  const next = element.nextSibling
  const parent = element.parentNode
  element.remove()
  parent?.insertBefore(element, next)
}
