import type { Host } from '../types/host.js'
import type { Gate } from './gate.js'

/** `img[data-src]`, `link[data-href]` and the like: the address moves to where the browser acts on it. */
export function resourceGate({ env }: Host): Gate {
  const names = (element: Element) => ['src', 'href'].filter((name) => element.hasAttribute(`data-${name}`))
  return {
    open(element) {
      for (const name of names(element)) {
        const address = element.getAttribute(`data-${name}`) ?? ''
        // One that was off the page for a while has it already.
        if (element.getAttribute(name) === address) continue
        element.setAttribute(name, env.trusted('consent-gate#gates').createScriptURL(address) as string)
      }
      return undefined
    },
    close(element) {
      for (const name of names(element)) element.removeAttribute(name)
    },
  }
}
