import type { Host } from '../types/host.js'
import type { Gate } from './gate.js'
import { isBeingParsed } from './isBeingParsed.js'
import { isProgram } from './isProgram.js'
import { namedBy } from './namedBy.js'
import { pageNonces } from './pageNonces.js'

const OURS = ['type', 'data-category', 'data-service', 'data-src', 'data-type', 'src']

/** What ran never runs again: not where it is put back, not as a copy of it in another body. */
const RAN = 'data-consent-gate-ran'

/** Milliseconds until the next look whether a script has arrived as a whole. */
const SOON = 50

/**
 * Runs a `<script type="text/plain">` once, in document order: an inline script waits for the scripts with an
 * address before it, as a parser would. Where `gate.js` or the page carries a nonce, only scripts that carry the same
 * one run; none is ever added (P12). What ran leaves the page again: a copy of the page holds nothing that a renderer
 * which makes scripts anew would run a second time.
 */
export function scriptGate({ env, consent }: Host, allowed: (element: Element) => boolean): Gate {
  const { document: doc } = env.win
  let loading: Promise<unknown>[] = []
  /** What stands for a script that stays where it is. */
  const beside = new WeakMap<Element, Element>()
  /** For frameworks that take away the mark. */
  const done = new WeakSet<Element>()
  const noncesOfPage = pageNonces(env)
  /** What ran, by the id that allowed it: it stays until the next page. */
  const ran = new Map<string, string[]>()
  consent.watch(({ state }) => {
    for (const [id, scripts] of ran) {
      const path = `script:is([data-category="${id}"],[data-service="${id}"])`
      if (state[id] === 'denied') consent.report('CG404', path, [...scripts])
    }
  })

  const hasRun = (held: Element) => {
    if (held.hasAttribute(RAN)) done.add(held)
    return done.has(held)
  }

  return {
    async open(element) {
      const held = element as HTMLScriptElement
      if (hasRun(held)) return
      const nonces = env.nonce ? [env.nonce] : noncesOfPage()
      const { category, service } = namedBy(held)
      const src = held.dataset.src ?? held.getAttribute('src')
      if (nonces.some((nonce) => held.nonce !== nonce)) {
        const path = `script[data-category="${category}"]${src ? `[data-src="${src}"]` : ''}`
        return consent.report('CG403', path, held.outerHTML)
      }
      if (!src) {
        await Promise.all(loading)
        loading = []
        while (isBeingParsed(held)) await new Promise((resolve) => env.win.setTimeout(resolve, SOON))
        // The visitor may have gone on in the meantime, and so may the page.
        if (!held.isConnected || !allowed(held)) return
      }
      const script = doc.createElement('script')
      for (const name of held.getAttributeNames()) {
        if (!OURS.includes(name)) script.setAttribute(name, held.getAttribute(name) as string)
      }
      if (held.dataset.type) script.type = held.dataset.type
      if (held.nonce) script.nonce = held.nonce
      script.async = held.hasAttribute('async')
      const trusted = env.trusted('consent-gate#gates')
      const kept = isKept(held)
      const runs = isProgram(script)
      // What runs at once is gone again before anybody looks: beside its place is half the work of in its place.
      const stands = kept || (runs && !src)
      const leave = () => {
        // One that took itself away is gone: the `remove()` that Prototype.js gives a page throws there.
        if (stands) script.parentNode?.removeChild(script)
        // Taken for its own by a framework meanwhile, it is that framework's to remove.
        else if (!isKept(script)) script.replaceWith(held)
      }
      if (src) {
        script.src = trusted.createScriptURL(src) as string
        const settled = new Promise((resolve) => {
          for (const type of ['load', 'error']) script.addEventListener(type, resolve)
        }).then(leave)
        if (runs && !script.async) loading.push(settled)
      } else script.text = trusted.createScript(held.text) as string
      held.setAttribute(RAN, '')
      done.add(held)
      if (stands) held.before(script)
      else held.replaceWith(script)
      if (kept) beside.set(held, script)
      if (!runs) return
      if (!src) leave()
      const scripts = ran.get(service) ?? []
      scripts.push(src ?? 'inline')
      ran.set(service, scripts)
      consent.ran.add(service)
    },
    close: () => {},
    // A copy says it by its mark alone, as long as that is there.
    hold: hasRun,
    release: (element) => beside.get(element)?.remove(),
  }
}

/**
 * Whether a framework drew it: React keeps its data on the node, removes it by reference and throws where it is gone.
 * What a server drew it does not know yet, and takes a script in its place for its own; one more would be a mismatch.
 */
function isKept(held: HTMLScriptElement): boolean {
  return Object.keys(held).length > 0
}
