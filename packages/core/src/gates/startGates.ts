import type { Host } from '../types/host.js'
import { actsAtOnce } from './actsAtOnce.js'
import { elementQueue } from './elementQueue.js'
import { frameGate } from './frameGate.js'
import type { Gate } from './gate.js'
import { namedBy } from './namedBy.js'
import { refuseCode } from './refuseCode.js'
import { resourceGate } from './resourceGate.js'
import { scriptGate } from './scriptGate.js'

/** A framework that draws an element anew changes what the page said of it, or takes away what we did to it. */
const FOLLOWED = ['data-category', 'data-service', 'data-src', 'data-href', 'src', 'href', 'hidden']

const PLACEHOLDER = '[data-consent-gate-placeholder]'
const GATED = `[data-category],${PLACEHOLDER}`

/** Holds `[data-category]` elements back until their category or service is granted, in document order. */
export function startGates(host: Host): () => void {
  const { env, consent } = host
  const { document: doc, MutationObserver } = env.win
  const resources = resourceGate(host)
  const frames = frameGate(host)
  const states = new Map<Element, 'held' | 'open'>()
  let running = true

  const allowed = (element: Element) => {
    const { category, service } = namedBy(element)
    const { state } = consent.get()
    const unknown = [category, service].find((id) => !(id in state))
    if (unknown !== undefined) consent.report('CG402', `[data-category="${category}"]`, unknown)
    return running && unknown === undefined && state[service] === 'granted'
  }

  const scripts = scriptGate(host, allowed)

  const gateOf = (element: Element): Gate | undefined => {
    if (element.matches('script[type="text/plain"]')) return scripts
    if (element.matches('iframe[data-src]')) return frames
    // An address on a script without that type would run it past the page's policy (P12).
    return element.matches('[data-src]:not(script),[data-href]:not(script)') ? resources : undefined
  }

  /** The page says of it that it waits, and nothing of ours can make it. */
  const tellUngated = (element: Element) => {
    const { category, service } = namedBy(element)
    if (service === 'necessary' || !(service in consent.get().state) || !actsAtOnce(element)) return
    consent.report('CG406', `${element.localName}[data-category="${category}"]`, element.outerHTML)
  }

  const settle = (element: Element): Promise<void> | undefined => {
    if (element.matches(PLACEHOLDER)) {
      // It may have gone with what it stood in: the `remove()` of Prototype.js throws there.
      if (frames.isCopy(element)) element.parentNode?.removeChild(element)
      return
    }
    const gate = gateOf(element)
    const state = states.get(element)
    if (!gate) {
      tellUngated(element)
      return
    }
    if (!element.isConnected) {
      states.delete(element)
      gate.release?.(element)
    } else if (allowed(element)) {
      states.set(element, 'open')
      if (gate !== scripts) refuseCode(element)
      return gate.open(element)
    } else {
      states.set(element, 'held')
      if (state === 'open') gate.close(element)
      gate.hold?.(element)
    }
  }

  const settleSafely = async (element: Element) => {
    try {
      await settle(element)
    } catch (error) {
      consent.report('CG405', `[data-category="${element.getAttribute('data-category')}"]`, error)
    }
  }
  const scriptQueue = elementQueue(env, settleSafely)
  // Of its own: a frame does not wait at a withdrawal until a slow script has come (P2).
  const otherQueue = elementQueue(env, settleSafely)
  const enqueue = (elements: readonly Element[]) => {
    const isScript = (element: Element) => gateOf(element) === scripts
    scriptQueue.add(elements.filter(isScript))
    otherQueue.add(elements.filter((element) => !isScript(element)))
  }

  const isGated = (element: Element) => element.matches(GATED)
  const found = (root: ParentNode) => [...root.querySelectorAll(GATED)]
  const gated = (node: Node) => {
    if (!(node instanceof env.win.Element)) return []
    const inside = node.firstElementChild ? found(node) : []
    return isGated(node) ? [node, ...inside] : inside
  }
  const observer = new MutationObserver((mutations) => {
    const elements: Element[] = []
    for (const { target, type, addedNodes, removedNodes, nextSibling } of mutations) {
      if (type === 'attributes' && isGated(target as Element)) elements.push(target as Element)
      for (const node of addedNodes) elements.push(...gated(node))
      // What stands for a held frame stays next to it.
      if (states.get(nextSibling as Element) === 'held') elements.push(nextSibling as Element)
      for (const node of removedNodes) elements.push(...gated(node).filter((element) => states.has(element)))
    }
    if (elements.length) enqueue(elements)
  })
  // The document, whose element can be another's one day.
  observer.observe(doc, { childList: true, subtree: true, attributeFilter: FOLLOWED })
  enqueue(found(doc))
  consent.watch((next, previous) => {
    if (next.state !== previous.state) enqueue([...states.keys()])
  })

  // A consent that has ended changes no more: nobody stops listening to it.
  return () => {
    running = false
    observer.disconnect()
    for (const [element, state] of states) if (state === 'held') gateOf(element)?.release?.(element)
    frames.stop()
    otherQueue.clear()
  }
}
