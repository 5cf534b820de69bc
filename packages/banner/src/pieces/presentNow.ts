/** What scripts can see in the browser now, cookies and storage keys alike, written as `document.cookie` is. */
export function presentNow(doc: Document): string {
  const win = doc.defaultView as Window
  let present = ''
  try {
    present = doc.cookie
    const keys = [win.localStorage, win.sessionStorage].flatMap((area) => Object.keys(area))
    return [present, ...keys.map((key) => `${key}=`)].join('; ')
  } catch {
    // Refused storage holds nothing. A sandboxed frame refuses the cookies as well.
    return present
  }
}
