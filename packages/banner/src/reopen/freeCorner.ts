const CORNERS = ['bottom-start', 'bottom-end', 'top-end', 'top-start'] as const
const CONTROLS = 'a,button,input,select,textarea,summary'

export type Corner = (typeof CORNERS)[number]

/**
 * A corner of the window in which the page has nothing that stays there, such as a chat button, and nothing to press:
 * the one it is in as long as that is so, else the first. Without one, the end of the page, from which it does not
 * move again, or the page would move with it; `none` where the page has no end, because it does not scroll, and while
 * something covers all of it.
 */
export function freeCorner(win: Window & typeof globalThis, button: HTMLElement): Corner | 'end' | 'none' {
  const { documentElement, body } = win.document
  const now = button.dataset.corner
  if (now === 'end') return now
  // A site's own tests run where nothing has a place, such as happy-dom.
  if (!win.document.elementsFromPoint) return CORNERS[0]
  const isFree = (corner: Corner) => {
    button.dataset.corner = corner
    const { left, top, width, height } = button.getBoundingClientRect()
    // Nearer to each other than the sides of anything that can be pressed.
    return [0, 1, 2, 3, 4].every((x) =>
      [0, 1, 2].every((y) =>
        win.document
          .elementsFromPoint(left + (width * x) / 4, top + (height * y) / 2)
          .every((found) => found === button || !(found.closest(CONTROLS) || stays(win, found))),
      ),
    )
  }
  const free = [CORNERS.find((corner) => corner === now), ...CORNERS].find(
    (corner) => corner && isFree(corner),
  )
  if (free) return free
  if (stays(win, win.document.elementFromPoint(win.innerWidth / 2, win.innerHeight / 2))) return 'none'
  const held = [documentElement, body].some((box) => /hidden|clip/.test(win.getComputedStyle(box).overflowY))
  return held ? 'none' : 'end'
}

function stays(win: Window & typeof globalThis, element: Element | null): boolean {
  if (!element) return false
  const { position } = win.getComputedStyle(element)
  return position === 'fixed' || position === 'sticky' || stays(win, element.parentElement)
}
