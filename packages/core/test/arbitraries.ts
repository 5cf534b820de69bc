import fc from 'fast-check'
import type { ChoiceSource, ConsentRecord, ConsentStatus } from '../src/types/record.js'
import type { Rules } from '../src/types/settings.js'
import type { Policy } from '../src/types/snapshot.js'

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** What the record's format allows as an id or a version. */
export const id = fc
  .string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: 40 })
  .filter((text) => !(text in {}))

export const status = fc.constantFrom<ConsentStatus>('granted', 'denied')

export const source = fc.constantFrom<ChoiceSource>(
  'notice',
  'preferences',
  'inline',
  'placeholder',
  'markup',
  'api',
)

/** Answers for at most eight units, of which tests name some. */
export const choices = (unit: fc.Arbitrary<string> = id) =>
  fc.dictionary(unit, status, { maxKeys: 8, noNullPrototype: true })

export const record = (
  unit: fc.Arbitrary<string> = id,
  policy: fc.Arbitrary<string> = id,
): fc.Arbitrary<ConsentRecord> =>
  fc
    .record(
      {
        id,
        policy,
        rev: fc.oneof(fc.nat({ max: 9 }), fc.nat()),
        time: fc.oneof(fc.nat({ max: 400 * 86_400_000 }), fc.integer({ min: 0, max: 4e12 })),
        source,
        choices: choices(unit),
        seen: policy,
      },
      { requiredKeys: ['id', 'policy', 'rev', 'time', 'source', 'choices'] },
    )
    .map(({ seen, ...rest }) => ({ ...rest, ...(seen && { seen }) }))

/** Policy versions in order of effect, as a resolved configuration has them; never empty. */
export const policies = fc
  .uniqueArray(
    fc.record({
      version: fc.constantFrom('v1', 'v2', 'v3', 'v4', 'v5'),
      effective: fc.nat({ max: 1_000 }),
      notice: fc.nat({ max: 100 }),
      askAgain: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5, selector: ({ version }) => version },
  )
  .map((list) =>
    list
      .map(
        ({ version, effective, notice, askAgain }): Policy => ({
          version,
          effective,
          announced: Math.max(0, effective - notice),
          askAgain,
          url: '',
          summary: '',
        }),
      )
      .sort((one, other) => one.effective - other.effective),
  )

/** Two categories, the services of one of them, a service that a mistake denies. */
export const rules: fc.Arbitrary<Rules> = fc.record({
  policies,
  categories: fc.constant([
    { id: 'analytics', consentTypes: ['analytics_storage'] },
    { id: 'media', consentTypes: [] },
  ]),
  units: fc.subarray(
    [
      { id: 'google-analytics', category: 'analytics' },
      { id: 'counter', category: 'analytics' },
      { id: 'media', category: 'media' },
    ],
    { minLength: 0 },
  ),
  days: fc.integer({ min: 1, max: 400 }),
  gpc: fc.constantFrom('deny' as const, 'ask' as const, 'ignore' as const),
  refused: fc.subarray(['broken-service']),
  silent: fc.boolean(),
})

export const units = fc.constantFrom('google-analytics', 'counter', 'media', 'removed')
export const versions = fc.constantFrom('v1', 'v2', 'v3', 'v4', 'v5', 'unlisted')
