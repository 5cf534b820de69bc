interface PrerenderingDocument {
  readonly prerendering?: boolean
}

/** Runs now, or when a prerendered page is shown. */
export function whenVisible(run: () => void): void {
  if ((document as PrerenderingDocument).prerendering) {
    document.addEventListener('prerenderingchange', run, { once: true })
  } else run()
}
