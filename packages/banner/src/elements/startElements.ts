import { ownTask } from '../ownTask.js'
import type { Stage } from '../types/stage.js'

/** What was drawn into it is gone when `left` is settled: only then is it drawn again, by whichever mount. */
type InlineElement = HTMLElement & { left?: Promise<unknown> | undefined }

interface Host {
  connect(element: InlineElement): void
  disconnect(element: InlineElement): void
}

/** A name cannot be defined twice, so the class stays and asks whoever is mounted now. */
type InlineClass = CustomElementConstructor & { host?: Host | undefined }

/**
 * `<consent-gate-toggle|disclosure|policies>`, from the first one on: the browser itself says when one enters or
 * leaves the page. Their parts are loaded as they are met.
 */
export function startElements(stage: Stage): () => void {
  const { win, consent, chunks } = stage
  const drawn = new Map<InlineElement, Promise<() => void>>()
  const host: Host = {
    connect(element) {
      if (drawn.has(element)) return
      const load = element.localName === 'consent-gate-toggle' ? chunks.toggle : chunks.disclosure
      const draw = async () => {
        const [{ drawElement }] = await Promise.all([load(stage.language()), element.left])
        await ownTask(win)
        return await drawElement(stage, element)
      }
      const drawing = draw()
      drawn.set(element, drawing)
      drawing.catch((error) => consent.report('CG601', element.localName, error))
    },
    disconnect(element) {
      const drawing = drawn.get(element)
      if (!drawing) return
      drawn.delete(element)
      element.left = drawing.then(
        (stop) => stop(),
        () => {},
      )
    },
  }
  const types = ['toggle', 'disclosure', 'policies'].map((piece) => {
    const name = `consent-gate-${piece}`
    let type: InlineClass | undefined = win.customElements.get(name)
    if (!type) {
      type = class Inline extends win.HTMLElement {
        static host?: Host | undefined
        connectedCallback() {
          Inline.host?.connect(this)
        }
        disconnectedCallback() {
          Inline.host?.disconnect(this)
        }
        static observedAttributes = ['service']
        attributeChangedCallback(_name: string, before: string | null, now: string | null) {
          if (before === now) return
          Inline.host?.disconnect(this)
          if (this.isConnected) Inline.host?.connect(this)
        }
      }
      win.customElements.define(name, type)
    }
    type.host = host
    for (const element of win.document.querySelectorAll<HTMLElement>(name)) host.connect(element)
    return type
  })
  return () => {
    for (const type of types) if (type.host === host) type.host = undefined
    for (const element of drawn.keys()) host.disconnect(element)
  }
}
