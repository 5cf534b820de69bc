/**
 * Moves the notice over where it covers what has just got the focus: at the end of a page nothing scrolls further.
 * A browser scrolls after it tells of the focus. https://www.w3.org/TR/WCAG22/#focus-not-obscured-minimum
 */
export function stepAside(win: Window, notice: HTMLElement, target: Element): void {
  const { document: doc } = win
  win.requestAnimationFrame(() => {
    const { left, top, bottom } = target.getBoundingClientRect()
    const covered = [top + 1, bottom - 1].every((y) => notice.contains(doc.elementFromPoint(left + 1, y)))
    if (!covered || notice.contains(target)) return
    const down = /top|center/.test(notice.dataset.position as string)
    notice.dataset.position = down ? 'bottom' : 'top'
    target.scrollIntoView(down)
  })
}
