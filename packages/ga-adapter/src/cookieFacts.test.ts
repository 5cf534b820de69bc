import { expect, it } from 'vitest'
import { cookieFacts } from './cookieFacts.js'
import { gaCookies } from './gaCookies.js'

it('P2 the facts are about every cookie that is declared, and so swept or named, and about no other', () => {
  const declared = gaCookies({}, 'https://data.example.com')
  expect(cookieFacts.map(({ name, httpOnly }) => ({ name, ...(httpOnly && { httpOnly }) }))).toEqual(declared)
})

it('P2 a prefix and a path of the tag are followed', () => {
  const declared = gaCookies({ cookie_prefix: 'shop', cookie_path: '/shop' }, undefined)
  expect(declared).toEqual([
    ...cookieFacts.filter(({ httpOnly }) => !httpOnly).map(({ name }) => ({ name, path: '/shop' })),
    { name: 'shop_ga', path: '/shop' },
    { name: 'shop_ga_*', path: '/shop' },
  ])
})
