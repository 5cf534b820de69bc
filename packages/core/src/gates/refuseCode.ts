/**
 * Throws where an address that waits is code. Sanitisers take `javascript:` out of `href` and `src` and let `data-`
 * attributes be: what a visitor wrote would run as the site's own.
 */
export function refuseCode(element: Element): void {
  for (const name of ['data-src', 'data-href']) {
    const address = element.getAttribute(name)
    // As the browser reads it, spaces and line breaks left out.
    if (address && protocolOf(address) === 'javascript:') throw new Error(`${name}="${address}"`)
  }
}

function protocolOf(address: string): string | undefined {
  try {
    return new URL(address).protocol
  } catch {
    // One of this site, or none.
    return undefined
  }
}
