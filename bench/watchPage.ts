/** What a page notes of itself, in milliseconds of its own clock. */
export interface Notes {
  /** The notice was where it stays, as visible as it stays, and a click would have reached the button. */
  noticeAt?: number
  clickAt?: number
  /** The first frame after the click. */
  paintAt?: number
}

declare global {
  interface Window {
    notes: Notes
    /** Of the page (`sitePage.ts`): how many held scripts ran, and when the last did. */
    opened: number
    openedAt: number
  }
}

/** What the page says on its console once it has noted `noticeAt`. */
export const NOTICE_SHOWN = 'notice shown'

/** Runs in the page, before anything else of it: it must not use what is outside of it. */
export function watchPage(accept: string): void {
  window.notes = {}
  const opacity = (element: Element | null): number =>
    element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1

  /** Where the button is and how visible, if a click at its middle would reach it. */
  const look = () => {
    const button = document.querySelector(accept)
    if (!button) return ''
    const { x, y, width, height } = button.getBoundingClientRect()
    const hit = document.elementFromPoint(x + width / 2, y + height / 2)
    const visible = opacity(button)
    return visible > 0 && button.contains(hit) ? [x, y, width, height, visible].join() : ''
  }

  let before = { seen: '', now: 0 }
  const watch = () => {
    const now = performance.now()
    const seen = look()
    // Neither moving nor fading any more: since the frame before this one.
    if (seen && seen === before.seen) {
      window.notes.noticeAt = before.now
      console.debug('notice shown')
    } else {
      before = { seen, now }
      requestAnimationFrame(watch)
    }
  }
  requestAnimationFrame(watch)

  addEventListener(
    'click',
    ({ timeStamp }) => {
      window.notes.clickAt = timeStamp
      requestAnimationFrame(() => {
        window.notes.paintAt = performance.now()
      })
    },
    { capture: true, once: true },
  )
}
