import { describe, expect, it } from 'vitest'
import { furtherCopy } from '../copy/furtherEn.js'
import { serviceFacts } from './serviceFacts.js'

const analytics = {
  id: 'google-analytics',
  category: 'analytics',
  cookies: [
    { name: '_ga' },
    { name: '_ga_*' },
    { name: '_gid' },
    { name: '__utm*' },
    { name: 'FPID', httpOnly: true },
  ],
} as const

const names = (present: string) =>
  serviceFacts(analytics, furtherCopy, present).cookies.map(({ name }) => name)

describe('serviceFacts', () => {
  it('names the cookies of today and what only a server sees', () => {
    expect(names('')).toEqual(['_ga', '_ga_*', 'FPID'])
  })

  it('names what an older Analytics left, where it is there', () => {
    expect(names('a=1; __utma=2')).toEqual(['_ga', '_ga_*', '__utm*', 'FPID'])
  })

  it('gives every cookie a purpose', () => {
    for (const { purpose } of serviceFacts(analytics, furtherCopy, '_gid=1').cookies)
      expect(purpose).toBeTruthy()
  })

  it('P17 keeps the 13 months to what the tag writes: a server sets its own cookie for two years', () => {
    const { cookies } = serviceFacts(analytics, furtherCopy, '')
    const periods = Object.fromEntries(cookies.map(({ name, retention }) => [name, retention]))
    expect(periods).toEqual({
      _ga: 'up to 13 months',
      '_ga_*': 'up to 13 months',
      FPID: '\u2068730\u2069-day lifetime',
    })
  })

  it("lets the site's own words win", () => {
    const { facts } = serviceFacts({ ...analytics, retention: '2 months' }, furtherCopy, '')
    expect(facts.retention).toBe('2 months')
    expect(facts.country).toContain('United States')
    const words = { purpose: 'p', recipient: 'r', country: 'c', items: 'i', retention: 't' }
    const links = { policyUrl: '/theirs', optOutUrl: '/out' }
    const own = serviceFacts({ ...analytics, ...words, ...links }, furtherCopy, '')
    expect(own.facts).toEqual(words)
    expect(own).toMatchObject(links)
  })

  it("lets the site's own words of a cookie win, and tells of an older one that has some", () => {
    const cookies = [
      { name: '_ga', purpose: 'Ours', retention: '1 day' },
      { name: '_gid', purpose: 'Also ours' },
      { name: '_gat' },
    ]
    expect(serviceFacts({ ...analytics, cookies }, furtherCopy, '').cookies).toEqual([
      cookies[0],
      { ...cookies[1], retention: furtherCopy.gaCookieRetention },
    ])
  })

  it('tells the cookie of a visit apart from that of the visitor', () => {
    const [visitor, visit] = serviceFacts(analytics, furtherCopy, '').cookies
    expect(visitor?.purpose).toBe(furtherCopy.gaCookie)
    expect(visit?.purpose).toBe(furtherCopy.gaSessionCookie)
  })

  it('says of other services only what was declared', () => {
    const facts = serviceFacts({ id: 'videos', category: 'media' }, furtherCopy, '')
    expect(facts).toMatchObject({ name: 'videos', owner: 'videos', policyUrl: undefined })
    expect(Object.values(facts.facts).filter(Boolean)).toEqual([])
  })
})
