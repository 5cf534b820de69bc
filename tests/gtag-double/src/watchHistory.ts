/** Calls back after each change of address in the document, with the address before it. */
export function watchHistory(changed: (previous: string) => void): void {
  let last = location.href
  const look = () => {
    const previous = last
    last = location.href
    if (previous !== last) changed(previous)
  }
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name]
    history[name] = function (...args) {
      original.apply(this, args)
      look()
    }
  }
  window.addEventListener('popstate', look)
}
