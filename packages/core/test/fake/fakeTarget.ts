type Handler = (event: unknown) => void

/** An event target that can be asked how many listeners it has, and hands what a listener throws to `failed`. */
export class FakeTarget {
  readonly #handlers = new Map<string, Set<Handler>>()
  readonly #failed: (error: unknown) => void

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed
  }

  addEventListener(type: string, handler: Handler): void {
    this.#handlers.set(type, (this.#handlers.get(type) ?? new Set()).add(handler))
  }

  removeEventListener(type: string, handler: Handler): void {
    this.#handlers.get(type)?.delete(handler)
  }

  fire(type: string, more: object = {}): void {
    for (const handler of [...(this.#handlers.get(type) ?? [])]) {
      try {
        handler({ type, ...more })
      } catch (error) {
        this.#failed(error)
      }
    }
  }

  /** The types that something listens to, once per listener. */
  listeners(): string[] {
    return [...this.#handlers].flatMap(([type, handlers]) => [...handlers].map(() => type))
  }
}
