import type { CookieDeclaration } from '@consent-gate/core'

export type CookiePresence = 'present' | 'absent' | 'httpOnly'

/** Whether a declared cookie or storage key is among `present`; scripts cannot see HttpOnly ones. */
export function cookiePresence({ name, httpOnly }: CookieDeclaration, present: string): CookiePresence {
  if (httpOnly) return 'httpOnly'
  const prefix = name.endsWith('*') ? name.slice(0, -1) : `${name}=`
  return present.split('; ').some((pair) => pair.startsWith(prefix)) ? 'present' : 'absent'
}
