import { describe, expect, test } from 'vitest'
import { type ConsentEntry, encodeGcd, encodeGcs, type Status } from './src/consentEncoding.js'

const TYPES = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization']

/** The same history for every type, with another one for analytics_storage. */
const entries = (all: ConsentEntry, analytics: ConsentEntry = all) =>
  Object.fromEntries(
    TYPES.map((type) => [
      type,
      { implicit: 'granted' as const, ...(type === 'analytics_storage' ? analytics : all) },
    ]),
  )

const denied = { default: 'denied' } as const
const allGranted = { default: 'denied', update: 'granted' } as const

describe('measured: gcs and gcd of whole hits', () => {
  test.each([
    ['nothing said', false, entries({}), 'unset', undefined, '13l3l3l3l1l1'],
    ['nothing said, ad personalisation off', false, entries({}), 'off', undefined, '13l3l3l3l3l1'],
    ['all denied', true, entries(denied), 'unset', 'G100', '13p3p3p3p5l1'],
    ['denied, then analytics granted', true, entries(denied, allGranted), 'unset', 'G101', '13p3r3p3p5l1'],
    ['the same, ad personalisation off', true, entries(denied, allGranted), 'off', 'G101', '13p3r3p3p7l1'],
    [
      'analytics withdrawn',
      true,
      entries(denied, { default: 'denied', update: 'denied' }),
      'unset',
      'G100',
      '13p3q3p3p5l1',
    ],
    ['all granted by update', true, entries(allGranted), 'unset', 'G111', '13r3r3r3r5l1'],
    ['granted without a default', true, entries({}, { update: 'granted' }), 'unset', 'G1-1', '13l3n3l3l5l1'],
    ['state deleted from the page', false, {}, 'unset', undefined, '11l1l1l1l1l1'],
  ] as const)('%s', (_name, active, state, personal, gcs, gcd) => {
    expect(encodeGcs({ active, entries: state })).toBe(gcs)
    expect(encodeGcd({ active, entries: state }, personal)).toBe(gcd)
  })
})

describe('measured: the letter of each history', () => {
  const cases: [letter: string, Status | undefined, Status | undefined][] = [
    ['l', undefined, undefined],
    ['m', undefined, 'denied'],
    ['n', undefined, 'granted'],
    ['p', 'denied', undefined],
    ['q', 'denied', 'denied'],
    ['r', 'denied', 'granted'],
    ['t', 'granted', undefined],
    ['u', 'granted', 'denied'],
    ['v', 'granted', 'granted'],
  ]
  test.each(cases)('%s: default %s, update %s', (letter, first, then) => {
    const entry = { ...(first && { default: first }), ...(then && { update: then }) }
    expect(encodeGcd({ active: true, entries: { ad_storage: entry } }, 'unset').slice(0, 3)).toBe(
      `11${letter}`,
    )
  })
})
