import { expect, test } from 'vitest'
import { clientId } from './clientId.js'

test.each([
  ['a=1; _ga=GA1.1.111.222; b=2', '', '111.222'],
  ['_ga=GA1.1-2.111.222', '', '111.222'],
  ['x_ga=GA1.1.111.222', '', undefined],
  ['x_ga=GA1.1.111.222', 'x', '111.222'],
  ['_ga_ABC=GS2.1.s1', '', undefined],
  ['', '', undefined],
])('reads the client id of %j with the prefix %j', (cookies, prefix, id) => {
  expect(clientId(cookies, prefix)).toBe(id)
})
