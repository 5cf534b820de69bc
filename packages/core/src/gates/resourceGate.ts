import type { Host } from '../types/host.js'
import { addressGiver } from './addressGiver.js'
import { emptyInPlace } from './emptyInPlace.js'
import type { Gate } from './gate.js'
import { namedBy } from './namedBy.js'

/** `img[data-src]`, `link[data-href]` and the like: the address moves to where the browser acts on it. */
export function resourceGate({ env, consent }: Host): Gate {
  const { HTMLMediaElement } = env.win
  const names = (element: Element) => ['src', 'href'].filter((name) => element.hasAttribute(`data-${name}`))
  /** The player that an address is for: its own, or that of one of its sources. */
  const playerOf = (element: Element) =>
    [element, element.parentElement].find((one) => one instanceof HTMLMediaElement)
  const give = addressGiver((element, name, address) => {
    // Trusted Types mind what an `embed` loads; a page of pictures alone need not allow the policy of scripts.
    const isSink = element.matches('embed')
    const given = isSink ? env.trusted('consent-gate#gates').createScriptURL(address) : address
    element.setAttribute(name, given as string)
    // One that found no source looks for none by itself: the address of a source it has already tells it nothing.
    const player = playerOf(element)
    if (player?.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) player.load()
  })
  return {
    open(element) {
      for (const name of names(element)) give(element, name, element.getAttribute(`data-${name}`) ?? '')
      return undefined
    },
    close(element) {
      const player = playerOf(element)
      const plays = player?.currentSrc === (element as HTMLMediaElement).src
      for (const name of names(element)) element.removeAttribute(name)
      // What plays goes on without its address.
      if (plays) player?.load()
      if (element.matches('embed')) emptyInPlace(element)
    },
    hold(element) {
      const isOpen = (name: string) => element.getAttribute(name) === element.getAttribute(`data-${name}`)
      // Open in a copy of the page, or off it at the withdrawal. An id that nobody declared is some other script's.
      if (namedBy(element).service in consent.get().state && names(element).some(isOpen)) this.close(element)
    },
  }
}
