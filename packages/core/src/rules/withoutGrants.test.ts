import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { record } from '../../test/arbitraries.js'
import { recordOf } from '../../test/fixtures.js'
import { withoutGrants } from './withoutGrants.js'

describe('a record without proof', () => {
  it('P8 keeps its denials and nothing else of its answers', () => {
    const given = recordOf({ ga: 'granted', media: 'denied' }, { seen: 'v2' })
    expect(withoutGrants(given)).toEqual({ ...given, choices: { media: 'denied' } })
  })

  it('P8 never grants, and loses no denial', () => {
    fc.assert(
      fc.property(record(), (given) => {
        const { choices } = withoutGrants(given)
        expect(Object.values(choices)).not.toContain('granted')
        expect(Object.keys(choices)).toEqual(
          Object.keys(given.choices).filter((unit) => given.choices[unit] === 'denied'),
        )
      }),
    )
  })
})
