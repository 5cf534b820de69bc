const KEY = Symbol.for('consent-gate.placeholders')

/**
 * The frame that each placeholder in the page stands for. One memory for every SDK there, by tag and by npm; a copy
 * of the page has placeholders that are not in it.
 */
export function standIns(win: Window): WeakMap<Element, Element> {
  const page = win as { [KEY]?: WeakMap<Element, Element> }
  page[KEY] ??= new WeakMap()
  return page[KEY]
}
