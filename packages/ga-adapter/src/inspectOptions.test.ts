import { describe, expect, it } from 'vitest'
import { googleAnalytics } from './googleAnalytics.js'
import { issueTexts } from './issueTexts.js'
import type { GoogleAnalyticsOptions } from './types.js'

const ID = 'G-ABC123'

async function inspect(options: unknown) {
  const issues: [code: string, path: string, value: unknown][] = []
  const { advice } = googleAnalytics(options as GoogleAnalyticsOptions)
  const part = await advice?.inspect()
  part?.inspectOptions(advice?.options, (...issue) => issues.push(issue as (typeof issues)[number]))
  return issues
}

describe('what a developer is told about the options of Google Analytics', () => {
  it.each([
    undefined,
    null,
    { measurementId: ID },
    {
      measurementId: [ID, 'G-OTHER'],
      beforeConsent: 'hold',
      pageViews: 'history',
      when: 'idle',
      scriptUrl: '/metrics/js',
      transportUrl: 'https://data.example.com',
      scrub: ['invite'],
      config: { cookie_domain: 'none', cookie_prefix: 'shop', cookie_expires: 0 },
    },
    { measurementId: ID, config: null, scrub: null },
  ])('P18 is nothing where nothing is odd: %j', async (options) => {
    expect(await inspect(options)).toEqual([])
  })

  it.each([
    ['CG320', 'beforeConsent', 'keep'],
    ['CG320', 'pageViews', true],
    ['CG320', 'when', 'later'],
    ['CG321', 'scriptUrl', 'metrics.js'],
    ['CG321', 'transportUrl', 'data.example.com'],
    ['CG321', 'transportUrl', 5],
    ['CG323', 'scrub', ['invite', 5]],
    ['CG323', 'scrub', { invite: true }],
  ])('P18 %s at googleAnalytics.%s: %j', async (code, key, value) => {
    expect(await inspect({ measurementId: ID, [key]: value })).toEqual([
      [code, `googleAnalytics.${key}`, value],
    ])
    expect(issueTexts[code]).toHaveLength(2)
  })

  it('P18 cookies that would reach further than the consent', async () => {
    const config = { cookie_domain: 'example.com' }
    expect(await inspect({ measurementId: ID, config })).toEqual([
      ['CG322', 'googleAnalytics.config.cookie_domain', 'example.com'],
    ])
  })

  it.each([63_072_000, '2 years'])(
    'P17 cookies that stay longer than the visitor reads: %j',
    async (expires) => {
      const config = { cookie_expires: expires }
      expect(await inspect({ measurementId: ID, config })).toEqual([
        ['CG324', 'googleAnalytics.config.cookie_expires', expires],
      ])
      expect(issueTexts.CG324).toHaveLength(2)
    },
  )

  it('P18 its words are there for the debug mode', async () => {
    expect(await googleAnalytics({ measurementId: ID }).advice?.words()).toMatchObject({ issueTexts })
  })
})
