import { isMeasurement } from './measurementEndpoint.js'

export interface EgressGuard {
  /** From now on, sends to measurement endpoints are answered here. */
  arm(): void
  lift(): void
}

/**
 * gtag's own queue leaves up to five seconds, or an unload, after `ga-disable`. While withdrawn, sends to
 * measurement endpoints are answered as if they had arrived: a failing one would make gtag fall back to a
 * pixel. Everything else passes with its arguments, result and errors.
 */
export function egressGuard(win: Window & typeof globalThis, transport: string | undefined): EgressGuard {
  const { navigator, document: doc } = win
  let armed = false

  const answers = (target: unknown) => {
    if (!armed) return false
    try {
      const address = target instanceof win.Request ? target.url : `${target}`
      return isMeasurement(new URL(address, doc.baseURI), transport, doc.baseURI)
    } catch {
      return false
    }
  }

  const parts = [
    guardedMethod(win, 'fetch', answers, () => Promise.resolve(new win.Response(null, { status: 204 }))),
    guardedMethod(navigator, 'sendBeacon', answers, () => true),
  ]
  return {
    arm() {
      armed = true
      for (const part of parts) part.install()
    },
    lift() {
      armed = false
      for (const part of parts) part.restore()
    },
  }
}

/** One method, answered locally where `answers` says so. */
function guardedMethod<O extends object, K extends keyof O & string>(
  owner: O,
  name: K,
  answers: (target: unknown) => boolean,
  answer: () => unknown,
) {
  const original = owner[name] as (...args: unknown[]) => unknown
  const own = Object.hasOwn(owner, name)
  const guarded = function (this: unknown, ...args: unknown[]) {
    return answers(args[0]) ? answer() : original.apply(this, args)
  } as O[K]
  return {
    install() {
      // Where somebody wrapped it since, their wrapper still calls this one.
      if (owner[name] === original) owner[name] = guarded
    },
    restore() {
      if (owner[name] !== guarded) return
      if (own) owner[name] = original as O[K]
      else delete owner[name]
    },
  }
}
