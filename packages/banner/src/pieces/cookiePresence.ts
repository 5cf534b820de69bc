import type { CookieDeclaration } from '@consent-gate/core'

export type CookiePresence = 'present' | 'absent' | 'httpOnly'

/** Whether a declared cookie is in the browser now; scripts cannot see HttpOnly ones. */
export function cookiePresence({ name, httpOnly }: CookieDeclaration, cookies: string): CookiePresence {
  if (httpOnly) return 'httpOnly'
  const prefix = name.endsWith('*') ? name.slice(0, -1) : `${name}=`
  return cookies.split('; ').some((pair) => pair.startsWith(prefix)) ? 'present' : 'absent'
}
