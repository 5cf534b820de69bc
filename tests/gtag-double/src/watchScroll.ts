const DEPTH = 0.9

/** Calls back once when nine tenths of the page have been seen, which on a short page is at once. */
export function watchScroll(reached: () => void): void {
  const look = () => {
    const height = document.documentElement.scrollHeight
    if (window.scrollY + window.innerHeight < height * DEPTH) return
    window.removeEventListener('scroll', look)
    reached()
  }
  window.addEventListener('scroll', look, { passive: true })
  if (document.readyState === 'complete') setTimeout(look)
  else window.addEventListener('load', () => setTimeout(look))
}
