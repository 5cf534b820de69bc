/** What scripts can see in the browser now, cookies and storage keys alike, written as `document.cookie` is. */
export function presentNow({ cookie, defaultView }: Document): string {
  const win = defaultView as Window
  try {
    const keys = [win.localStorage, win.sessionStorage].flatMap((area) => Object.keys(area))
    return [cookie, ...keys.map((key) => `${key}=`)].join('; ')
  } catch {
    // Refused storage holds nothing.
    return cookie
  }
}
