import type { Stage } from '../types/stage.js'

interface Host {
  connect(element: HTMLElement): void
  disconnect(element: HTMLElement): void
}

/** A name cannot be defined twice, so the class stays and asks whoever is mounted now. */
type InlineElement = CustomElementConstructor & { host?: Host | undefined }

/**
 * `<consent-gate-toggle|disclosure|policies>`, from the first one on: the browser itself says when one enters or
 * leaves the page. Their parts are loaded as they are met.
 */
export function startElements(stage: Stage): () => void {
  const { win, consent, chunks } = stage
  const drawn = new Map<HTMLElement, Promise<() => void>>()
  const host: Host = {
    connect(element) {
      if (drawn.has(element)) return
      const load = element.localName === 'consent-gate-toggle' ? chunks.toggle : chunks.disclosure
      const drawing = load(stage.language()).then(({ drawElement }) => drawElement(stage, element))
      drawn.set(element, drawing)
      drawing.catch((error) => consent.report('CG601', element.localName, error))
    },
    disconnect(element) {
      drawn.get(element)?.then(
        (stop) => stop(),
        () => {},
      )
      drawn.delete(element)
    },
  }
  const types = ['toggle', 'disclosure', 'policies'].map((piece) => {
    const name = `consent-gate-${piece}`
    let type: InlineElement | undefined = win.customElements.get(name)
    if (!type) {
      type = class Inline extends win.HTMLElement {
        static host?: Host | undefined
        connectedCallback() {
          Inline.host?.connect(this)
        }
        disconnectedCallback() {
          Inline.host?.disconnect(this)
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
