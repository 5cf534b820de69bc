/**
 * Calls when a single-page application shows another address. Nothing is patched: the Navigation API tells,
 * and where it is missing only back and forward do. https://html.spec.whatwg.org/#navigation-api
 */
export function onRoute(win: Window, routed: () => void): () => void {
  const { navigation } = win as Window & { navigation?: EventTarget }
  const target = navigation ?? win
  const type = navigation ? 'currententrychange' : 'popstate'
  let last = win.location.href
  const listener = () => {
    if (win.location.href === last) return
    last = win.location.href
    routed()
  }
  target.addEventListener(type, listener)
  return () => target.removeEventListener(type, listener)
}
