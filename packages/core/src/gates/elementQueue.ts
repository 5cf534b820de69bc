import type { ConsentEnv } from '../types/env.js'

/** Work in slices of this many milliseconds, so that no task of ours keeps the page waiting. */
const SLICE = 16

/** Takes elements one after the other, in slices. Where `settle` gives a promise, those behind wait for it. */
export function elementQueue(
  { win: { performance }, later }: ConsentEnv,
  settle: (element: Element) => Promise<void> | undefined,
): { add(elements: readonly Element[]): void; clear(): void } {
  let queue: Element[] = []
  let busy = false

  const work = async () => {
    let until = performance.now() + SLICE
    for (let element = queue.shift(); element; element = queue.shift()) {
      await settle(element)
      if (performance.now() < until) continue
      await new Promise<void>((resume) => later(resume))
      until = performance.now() + SLICE
    }
    busy = false
  }

  return {
    add(elements) {
      queue.push(...elements)
      if (busy || !queue.length) return
      busy = true
      later(work)
    },
    clear() {
      queue = []
    },
  }
}
