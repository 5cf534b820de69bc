import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { policies as anyPolicies, versions } from '../../test/arbitraries.js'
import { policyOf } from '../../test/fixtures.js'
import { nextPolicyChange, policyHolds, policyState } from './policy.js'

const v1 = policyOf('v1', 0)
const v2 = policyOf('v2', 100, { announced: 50 })
const v3 = policyOf('v3', 200, { announced: 120, askAgain: false })
const list = [v1, v2, v3]

describe('policy versions at an instant', () => {
  it.each([
    ['before anything is announced', 49, v1, null, []],
    ['from the announcement on', 50, v1, v2, []],
    ['just before it takes effect', 99, v1, v2, []],
    ['when it takes effect', 100, v2, null, [v1]],
    ['with the next one announced', 120, v2, v3, [v1]],
    ['at the end, the newest first', 200, v3, null, [v2, v1]],
    ['long after', 9_999, v3, null, [v2, v1]],
  ])('P10 %s', (_, now, current, upcoming, previous) => {
    expect(policyState(list, now)).toEqual({ current, upcoming, previous })
  })

  it('counts the first version as current before it takes effect', () => {
    expect(policyState([v2, v3], 10)).toEqual({ current: v2, upcoming: null, previous: [] })
  })

  it('P10 announces one version at a time: the next one', () => {
    const far = policyOf('v4', 300, { announced: 10 })
    expect(policyState([v1, v3, far], 60).upcoming).toBeNull()
  })

  it.each([
    [0, 50],
    [49, 50],
    [50, 100],
    [100, 120],
    [120, 200],
    [200, Number.POSITIVE_INFINITY],
  ])('P10 after %i the next change is at %d', (now, change) => {
    expect(nextPolicyChange(list, now)).toBe(change)
  })

  it('P10 nothing changes before the next change', () => {
    fc.assert(
      fc.property(anyPolicies, fc.nat({ max: 1_200 }), fc.nat({ max: 1_200 }), (policies, now, step) => {
        const change = nextPolicyChange(policies, now)
        const later = Math.min(now + step, change - 1)
        expect(change).toBeGreaterThan(now)
        expect(policyState(policies, later)).toEqual(policyState(policies, now))
      }),
    )
  })

  it.each([
    ['its own version', 'v1', 0, true],
    ['its own version until the end of its time', 'v1', 99, true],
    ['a version that asks again has taken effect', 'v1', 100, false],
    ['any version between them asked again', 'v1', 200, false],
    ['a later version that does not ask again', 'v2', 200, true],
    ['a version that is not in force yet', 'v3', 0, true],
    ['an unlisted version', 'v0', 0, false],
  ])('P10 an answer under %s', (_, given, now, holds) => {
    expect(policyHolds(list, given, now)).toBe(holds)
  })

  it('P7 an answer that ended by a version never comes back by time alone', () => {
    fc.assert(
      fc.property(
        anyPolicies,
        versions,
        fc.nat({ max: 1_200 }),
        fc.nat({ max: 1_200 }),
        (policies, given, now, step) => {
          if (policyHolds(policies, given, now + step))
            expect(policyHolds(policies, given, now)).toBe(policies.some(({ version }) => version === given))
          if (!policyHolds(policies, given, now)) expect(policyHolds(policies, given, now + step)).toBe(false)
        },
      ),
    )
  })

  it('P10 keeps every version in one place: previous, current, or still to come', () => {
    fc.assert(
      fc.property(anyPolicies, fc.nat({ max: 1_200 }), (policies, now) => {
        const { current, upcoming, previous } = policyState(policies, now)
        const known = [...[...previous].reverse(), current]
        expect(policies.slice(0, known.length)).toEqual(known)
        if (upcoming) {
          expect(upcoming).toBe(policies[known.length])
          expect(upcoming.announced).toBeLessThanOrEqual(now)
          expect(upcoming.effective).toBeGreaterThan(now)
        }
      }),
    )
  })
})
