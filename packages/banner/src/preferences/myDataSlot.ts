import type { Stage } from '../types/stage.js'

export interface MyDataSlot {
  /** Draws into the opened `<details>`, once. */
  open(event: Event): void
  stop(): void
}

/** Loads "my data" when a visitor first asks for it. */
export function myDataSlot(stage: Stage): MyDataSlot {
  let drawing: Promise<() => void> | undefined
  let stopped = false
  return {
    open({ currentTarget }) {
      const place = (currentTarget as HTMLElement).querySelector<HTMLElement>('[data-part]')
      if (drawing || !place) return
      drawing = stage.chunks.myData(stage.language()).then(({ drawMyData }) => drawMyData(stage, place))
      drawing.then(
        (stop) => stopped && stop(),
        (error) => {
          stage.consent.report('CG601', 'my data', error)
          drawing = undefined
        },
      )
    },
    stop() {
      stopped = true
      drawing?.then(
        (stop) => stop(),
        () => {},
      )
    },
  }
}
