export interface Listeners<A extends unknown[]> {
  /** Returns the unsubscribe. */
  add(listener: (...args: A) => void): () => void
  tell(...args: A): void
}

/** Callbacks of the page: one that throws is handed to `failed` and stops no other. */
export function createListeners<A extends unknown[]>(failed: (error: unknown) => void): Listeners<A> {
  const all = new Set<(...args: A) => void>()
  return {
    add(listener) {
      all.add(listener)
      return () => all.delete(listener)
    },
    tell(...args) {
      for (const listener of all) {
        try {
          listener(...args)
        } catch (error) {
          failed(error)
        }
      }
    },
  }
}
