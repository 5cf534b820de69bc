import { isMeasurement } from './isMeasurement.js'

export interface EgressGuard {
  /** Answers every measurement here. `client` is the client id of what may still wait in the tag's queue. */
  arm(client: string | undefined): void
  /** Lets measurements pass again, but for those of a client that was withdrawn. */
  lift(): void
}

/** The tag's queue leaves within five seconds (measured); what a withdrawal stopped stays stopped that long. */
const QUEUE_MS = 6_000

/**
 * The tag's queue leaves after every opt-out that the tag knows, so the last word is where it leaves: `fetch` and
 * `sendBeacon`, which it looks up at each call. They answer and never fail, or it falls back to a pixel;
 * everything else passes untouched. Lifting takes them away where nobody has wrapped them since, and leaves them
 * inert otherwise.
 */
export function egressGuard(win: Window & typeof globalThis): EgressGuard {
  const withdrawn = new Set<string>()
  let armed = false
  let timer = 0

  const isHeld = (request: unknown) => {
    if (!armed && !withdrawn.size) return false
    if (!isMeasurement(request, win.document.baseURI)) return false
    const address = `${(request as Partial<Request>).url ?? request}`
    return armed || [...withdrawn].some((client) => address.includes(`cid=${client}&`))
  }
  const parts = [
    guardedMethod(win, 'fetch', isHeld, () => Promise.resolve(new win.Response(null, { status: 204 }))),
    guardedMethod(win.navigator, 'sendBeacon', isHeld, () => true),
  ]
  const takeAway = () => {
    withdrawn.clear()
    for (const part of parts) part.remove()
  }

  return {
    arm(client) {
      win.clearTimeout(timer)
      armed = true
      if (client) withdrawn.add(client)
      for (const part of parts) part.install()
    },
    lift() {
      if (!armed) return
      armed = false
      if (withdrawn.size) timer = win.setTimeout(takeAway, QUEUE_MS)
      else takeAway()
    },
  }
}

/** One method of the page, put in and taken out. */
function guardedMethod<Owner extends object>(
  owner: Owner,
  name: keyof Owner,
  isHeld: (request: unknown) => boolean,
  answer: () => unknown,
) {
  let original: Owner[keyof Owner] | undefined
  let guarded: object | undefined
  let own = false
  return {
    install() {
      // Where somebody wrapped it since, or put back what was there before, ours comes to stand outside again.
      if (guarded && owner[name] === guarded) return
      own = Object.hasOwn(owner, name)
      original = owner[name]
      guarded = new Proxy(original as object, {
        apply: (target, self, args) =>
          isHeld(args[0]) ? answer() : Reflect.apply(target as () => unknown, self, args),
      })
      Reflect.set(owner, name, guarded)
    },
    remove() {
      if (owner[name] !== guarded) return
      if (own) Reflect.set(owner, name, original)
      else Reflect.deleteProperty(owner, name)
      guarded = undefined
    },
  }
}
