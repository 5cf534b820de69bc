import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesPattern, patternsMeet } from './cookiePattern.js'

/** Few characters, so that names share prefixes often; `*` is a character a cookie name may have. */
const name = fc.string({ unit: fc.constantFrom('a', 'b', '_', '*'), minLength: 0, maxLength: 5 })
const pattern = fc.oneof(
  name,
  name.map((prefix) => `${prefix}*`),
)

describe('cookie patterns', () => {
  it.each([
    ['_ga', '_ga', true],
    ['_ga', '_ga_X', false],
    ['_ga', '_GA', false],
    ['_ga*', '_ga', true],
    ['_ga*', '_ga_X', true],
    ['_ga*', '_g', false],
    ['_ga*', 'x_ga', false],
    ['*', 'anything', true],
    ['_g.a', '_gxa', false],
    ['a*b', 'aXb', false],
    ['a*b', 'a*b', true],
    ['a**', 'a*b', true],
    ['a**', 'ab', false],
  ])('%s and the name %s: %s', (declared, present, matches) => {
    expect(matchesPattern(declared, present)).toBe(matches)
  })

  it.each([
    ['s*', 'sid', true],
    ['sid', 'sid', true],
    ['sid*', 'sid', true],
    ['sid_*', 'sid', false],
    ['*', 'sid', true],
    ['consent_gate.x', 'consent_gate*', true],
    ['consent*', 'consent_gate*', true],
    ['consent_gate_x*', 'consent_gate*', true],
    ['_ga*', 'consent_gate*', false],
    ['sid', 'side', false],
  ])('P5 %s meets the necessary %s: %s', (declared, necessary, meets) => {
    expect(patternsMeet(declared, necessary)).toBe(meets)
    expect(patternsMeet(necessary, declared)).toBe(meets)
  })

  it('P5 proof: patterns that could match one name meet, so a sweep never matches a necessary name', () => {
    fc.assert(
      fc.property(pattern, pattern, name, (declared, necessary, present) => {
        fc.pre(matchesPattern(declared, present) && matchesPattern(necessary, present))
        expect(patternsMeet(declared, necessary)).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })

  it('refuses no more than it must: patterns that meet have a name in common', () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        fc.pre(patternsMeet(one, other))
        const shortest = [one, other].map((text) => text.replace(/\*$/, ''))
        const common = [...shortest, one, other].filter((text) =>
          [one, other].every((each) => matchesPattern(each, text)),
        )
        expect(common).not.toEqual([])
      }),
    )
  })
})
