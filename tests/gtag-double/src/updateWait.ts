/** Holds events back while a consent default asks to wait for an update (`wait_for_update`, milliseconds). */
export class UpdateWait {
  #held: (() => void)[] | undefined

  begin(ms: number): void {
    this.#held ??= []
    setTimeout(() => this.end(), ms)
  }

  end(): void {
    const held = this.#held
    this.#held = undefined
    for (const run of held ?? []) run()
  }

  run(task: () => void): void {
    if (this.#held) this.#held.push(task)
    else task()
  }
}
