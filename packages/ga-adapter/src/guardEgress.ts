import { isMeasurement } from './isMeasurement.js'

/**
 * Answers measurements locally until it is lifted; everything else passes untouched. The tag's queue leaves after
 * every opt-out that the tag knows, so the last word is where it leaves: `fetch` and `sendBeacon`, which it looks
 * up at each call. They answer and never fail, or it falls back to a pixel. Lifting makes them inert, and takes
 * them away where nobody has wrapped them since.
 */
export function guardEgress(win: Window & typeof globalThis): () => undefined {
  let armed = true
  const guard = <Owner extends object>(owner: Owner, name: keyof Owner, answer: () => unknown) => {
    const own = Object.hasOwn(owner, name)
    const original = owner[name] as object
    const guarded = new Proxy(original, {
      apply: (target, self, args) =>
        armed && isMeasurement(args[0], win.document.baseURI)
          ? answer()
          : Reflect.apply(target as () => unknown, self, args),
    })
    Reflect.set(owner, name, guarded)
    return () => {
      if (owner[name] !== guarded) return
      if (own) Reflect.set(owner, name, original)
      else Reflect.deleteProperty(owner, name)
    }
  }
  const takeAway = [
    guard(win, 'fetch', () => Promise.resolve(new win.Response(null, { status: 204 }))),
    guard(win.navigator, 'sendBeacon', () => true),
  ]
  return () => {
    armed = false
    for (const remove of takeAway) remove()
    return undefined
  }
}
