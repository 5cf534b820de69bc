import type { ConsentEnv } from '@consent-gate/core'
import { isMeasurement } from './isMeasurement.js'

export interface EgressGuard {
  /** Answers every measurement here. */
  arm(): void
  /** Lets measurements pass again, but for what the tag had queued before. */
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
export function egressGuard(env: Pick<ConsentEnv, 'win' | 'now' | 'readCookies'>): EgressGuard {
  const { win } = env
  let armed = false
  /** In seconds. */
  let armedAt = 0
  /** The cookies of every no of this page. A client of them that has one again is not of before. */
  let withdrawn = ''
  let timer = 0

  /**
   * Made while denied, or for a client that no cookie knows any more, because a sweep took it: it was there at the
   * no, or is older (an id ends with the second it was made in) and another tab swept first.
   */
  const isOfBefore = (address: string) => {
    const [, client, second] = address.match(/[?&]cid=(\d+\.(\d+))/) ?? []
    const mark = `.${client}`
    return (
      /[?&]gcs=G1.0/.test(address) ||
      ((withdrawn.includes(mark) || Number(second) < armedAt) && !env.readCookies().includes(mark))
    )
  }
  const isHeld = (request: unknown) =>
    (armed || timer) &&
    isMeasurement(request, win.location.href) &&
    (armed || isOfBefore(`${(request as Partial<Request>).url ?? request}`))
  const parts = [
    guardedMethod(win, 'fetch', isHeld, () => Promise.resolve(new win.Response(null, { status: 204 }))),
    guardedMethod(win.navigator, 'sendBeacon', isHeld, () => true),
  ]
  const takeAway = () => {
    timer = 0
    for (const part of parts) part.remove()
  }

  return {
    arm() {
      win.clearTimeout(timer)
      armed = true
      armedAt = Math.floor(env.now() / 1000)
      withdrawn += env.readCookies()
      for (const part of parts) part.install()
    },
    lift() {
      if (!armed) return
      armed = false
      timer = win.setTimeout(takeAway, QUEUE_MS)
    },
  }
}

/** One method of the page, put in and taken out. */
function guardedMethod<Owner extends object>(
  owner: Owner,
  name: keyof Owner,
  isHeld: (request: unknown) => unknown,
  answer: () => unknown,
) {
  let original: Owner[keyof Owner] | undefined
  let guarded: object | undefined
  let own = false
  return {
    install() {
      // Where somebody wrapped it since, or put back what was there before, ours comes to stand outside again. There
      // may be none: Firefox has no `sendBeacon` with `beacon.enabled` off.
      if (!owner[name] || owner[name] === guarded) return
      own = !!Reflect.getOwnPropertyDescriptor(owner, name)
      original = owner[name]
      guarded = new Proxy(original as object, {
        apply: (target, self, args) =>
          isHeld(args[0]) ? answer() : Reflect.apply(target as () => unknown, self, args),
      })
      Reflect.set(owner, name, guarded)
    },
    remove() {
      if (!guarded || owner[name] !== guarded) return
      if (own) Reflect.set(owner, name, original)
      else Reflect.deleteProperty(owner, name)
      guarded = undefined
    },
  }
}
