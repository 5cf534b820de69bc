import type { ConsentEnv } from '../types/env.js'

/** Work in slices of this many milliseconds, so that no task of ours keeps the page waiting. */
const SLICE = 16

/** Takes elements one after the other, in slices. Where `settle` gives a promise, those behind wait for it. */
export function elementQueue(
  { win, later }: ConsentEnv,
  settle: (element: Element) => Promise<void> | undefined,
): { add(elements: readonly Element[]): void; clear(): void } {
  const { performance, scheduler } = win as Window & { scheduler?: { postTask(task: () => void): void } }
  let queue: Element[] = []
  let busy = false
  // A timer after timers waits four milliseconds: https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html
  // `scheduler.yield()` would wait for none, but go on before the page's own tasks.
  const next = (task: () => void) => (scheduler?.postTask ? scheduler.postTask(task) : later(task))

  const work = async () => {
    let until = performance.now() + SLICE
    for (let element = queue.shift(); element; element = queue.shift()) {
      await settle(element)
      if (performance.now() < until) continue
      await new Promise<void>(next)
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
