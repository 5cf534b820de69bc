/** Calls whenever the page may have missed a choice: back from history, from sleep or from another tab. */
export function onReturn(win: Window, act: () => void): () => void {
  const { document: doc } = win
  const visible = () => {
    if (doc.visibilityState === 'visible') act()
  }
  const cookies = (win as Window & { cookieStore?: EventTarget }).cookieStore
  const sources: [EventTarget | undefined, string, () => void][] = [
    [win, 'pageshow', act],
    [doc, 'resume', act],
    [doc, 'visibilitychange', visible],
    [cookies, 'change', act],
  ]
  for (const [target, type, listener] of sources) target?.addEventListener(type, listener)
  return () => {
    for (const [target, type, listener] of sources) target?.removeEventListener(type, listener)
  }
}
