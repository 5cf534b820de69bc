const CORNERS = ['bottom-start', 'bottom-end', 'top-end', 'top-start'] as const

export type Corner = (typeof CORNERS)[number]

/** The first corner of the window in which the page has nothing of its own that stays there, such as a chat button. */
export function freeCorner(win: Window & typeof globalThis, button: HTMLElement): Corner | 'none' {
  const free = CORNERS.find((corner) => {
    button.dataset.corner = corner
    const { left, right, top, bottom } = button.getBoundingClientRect()
    const middle = (left + right) / 2
    return [left, middle, right].every((x) =>
      [top, bottom].every((y) =>
        win.document.elementsFromPoint(x, y).every((found) => found === button || !stays(win, found)),
      ),
    )
  })
  return free ?? 'none'
}

function stays(win: Window & typeof globalThis, element: Element | null): boolean {
  if (!element) return false
  const { position } = win.getComputedStyle(element)
  return position === 'fixed' || position === 'sticky' || stays(win, element.parentElement)
}
