import { expect, it } from 'vitest'
import { cookiePresence } from './cookiePresence.js'

it.each([
  [{ name: '_ga' }, 'present'],
  [{ name: '_g' }, 'absent'],
  [{ name: '_ga_*' }, 'present'],
  [{ name: 'sid', httpOnly: true }, 'httpOnly'],
  // A cookie of that name that scripts can see is another one.
  [{ name: '_ga', httpOnly: true }, 'httpOnly'],
] as const)('P17 %j is %s', (cookie, presence) => {
  expect(cookiePresence(cookie, '_ga=GA1.1.1.1; _ga_ABC123=GS2.1')).toBe(presence)
})
