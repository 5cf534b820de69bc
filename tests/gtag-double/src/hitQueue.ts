import { send, sendOnUnload } from './send.js'

interface Batch {
  url: string
  shared: string
  events: string[]
}

/**
 * The first event leaves at once, later ones wait. What waits is already encoded, consent state and client ID
 * included, and nothing is asked again when it leaves.
 */
export class HitQueue {
  #batches: Batch[] = []
  #hits = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(readonly waitMs: number) {}

  /** `shared` are the parameters of the page and visitor, `event` those of this event; both URL-encoded. */
  add(url: string, shared: string, event: string): void {
    const batch: Batch = { url, shared, events: [event] }
    if (this.#hits === 0) this.#leave(batch, send)
    else this.#wait(batch, event)
  }

  #wait(batch: Batch, event: string): void {
    const open = this.#batches.find(({ url, shared }) => url === batch.url && shared === batch.shared)
    if (open) open.events.push(event)
    else this.#batches.push(batch)
    this.#timer ??= setTimeout(() => this.#flush(send), this.waitMs)
  }

  flushOnUnload(): void {
    this.#flush(sendOnUnload)
  }

  #flush(transport: typeof send): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const batch of this.#batches.splice(0)) this.#leave(batch, transport)
  }

  #leave({ url, shared, events }: Batch, transport: typeof send): void {
    this.#hits += 1
    const query = `${url}?${shared}&_s=${this.#hits}`
    if (events.length === 1) transport(`${query}&${events[0]}`, undefined)
    else transport(query, events.join('\r\n'))
  }
}
