interface Timer {
  readonly id: number
  readonly due: number
  readonly task: () => void
  /** A frozen page runs nothing. */
  readonly held: () => boolean
}

/** A wall clock that can be set, and timers that go by elapsed time, whatever the clock says. */
export class FakeClock {
  #elapsed = 0
  #offset: number
  #timers: Timer[] = []
  #ids = 0

  constructor(start: number) {
    this.#offset = start
  }

  now(): number {
    return this.#elapsed + this.#offset
  }

  /** The visitor, or a time server, sets the clock: no time passes. */
  jump(by: number): void {
    this.#offset = Math.max(this.#offset + by, -this.#elapsed)
  }

  /** The machine sleeps: the clock goes on and timers do not. */
  sleep(time: number): void {
    this.#offset += time
  }

  setTimer(task: () => void, delay = 0, held = () => false): number {
    this.#ids += 1
    this.#timers.push({ id: this.#ids, due: this.#elapsed + Math.max(0, delay), task, held })
    return this.#ids
  }

  clearTimer(id: number): void {
    this.#timers = this.#timers.filter((timer) => timer.id !== id)
  }

  /** How many timers wait for later than now. */
  waiting(): number {
    return this.#timers.filter(({ due }) => due > this.#elapsed).length
  }

  /** Runs timers and promises until nothing is due for `time` more milliseconds. */
  async advance(time: number): Promise<void> {
    const until = this.#elapsed + time
    for (let runs = 0; ; runs++) {
      if (runs > 20_000) throw new Error('The page never comes to rest.')
      await promises()
      const [next] = this.#timers
        .filter(({ due, held }) => due <= until && !held())
        .sort((one, other) => one.due - other.due || one.id - other.id)
      if (!next) break
      this.clearTimer(next.id)
      this.#elapsed = Math.max(this.#elapsed, next.due)
      next.task()
    }
    this.#elapsed = until
  }
}

/** All promises that settle without a timer have settled after it. */
const promises = () => new Promise<void>((resolve) => setImmediate(resolve))
