import type { Consent } from '@consent-gate/core'

export interface DetailsSlot {
  /** Draws into the `[data-part]` of the opened `<details>`, once. */
  open(event: Event): void
  stop(): void
}

/**
 * Loads what stands in a `<details>` when a visitor first opens it. Where it cannot, `path` is reported, and the visitor
 * reads what `unavailable` gives until it is opened anew.
 */
export function detailsSlot(
  consent: Consent,
  path: string,
  unavailable: () => string,
  load: (place: HTMLElement) => Promise<() => void>,
): DetailsSlot {
  let drawing: Promise<() => void> | undefined
  /** A browser tells of what was opened in a task of its own: by then the dialog may have closed. */
  let stopped = false
  return {
    open({ currentTarget }) {
      const place = (currentTarget as HTMLElement).querySelector<HTMLElement>('[data-part]')
      if (stopped || drawing || !place) return
      place.textContent = ''
      drawing = load(place)
      drawing.catch((error) => {
        consent.report('CG601', path, error)
        drawing = undefined
        place.textContent = unavailable()
      })
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
