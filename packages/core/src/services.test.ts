import { describe, expect, it } from 'vitest'
import { spy, startTab } from '../test/fake/startTab.js'
import { storedIn } from '../test/fake/storedIn.js'

describe('services', () => {
  it('are denied before others are granted, each in its order', async () => {
    const order: string[] = []
    const service = (id: string, category: string) =>
      spy(id, category, {
        grant: () => void order.push(`grant ${id}`),
        deny: () => void order.push(`deny ${id}`),
      })
    const { consent } = await startTab({
      services: [service('a', 'x'), service('b', 'y'), service('c', 'x')],
    })
    consent.save({ x: true, y: false })
    order.length = 0
    consent.save({ x: false, y: true })
    expect(order).toEqual(['deny a', 'deny c', 'grant b'])
  })

  it('P2 what is denied is swept before another is granted', async () => {
    const seen: string[] = []
    const ga = spy('ga', 'x', { cookies: [{ name: '_ga*' }] })
    const other = spy('other', 'y', { grant: () => void seen.push(tab.cookies) })
    const { tab, consent } = await startTab({ services: [other, ga] })
    consent.save({ x: true, y: false })
    tab.setCookie('_ga=1; path=/')
    consent.save({ x: false, y: true })
    expect(seen).toHaveLength(1)
    expect(seen[0]).not.toContain('_ga=')
  })

  it('P3 one that is blocked is granted again by a new yes, one that runs is not', async () => {
    const blocked = spy('blocked', 'x', {
      grant({ status }) {
        blocked.calls.push('grant')
        status('blocked', 'load-error')
      },
    })
    const { consent } = await startTab({ services: [blocked, spy('fine', 'x'), spy('third', 'y')] })
    const [, fine] = consent.settings.services as (typeof blocked)[]
    consent.acceptAll()
    consent.acceptAll()
    expect(blocked.calls).toEqual(['deny', 'grant', 'grant'])
    consent.save({ x: true })
    consent.save({ blocked: true })
    expect(blocked.calls).toEqual(['deny', 'grant', 'grant', 'grant', 'grant'])
    expect(fine?.calls).toEqual(['deny', 'grant'])
  })

  it('P3 an answer about another leaves one that is blocked alone: its next try is for a yes to it', async () => {
    const blocked = spy('blocked', 'x', {
      grant({ status }) {
        blocked.calls.push('grant')
        status('blocked', 'load-error')
      },
    })
    const { consent } = await startTab({ services: [blocked, spy('other', 'y')] })
    consent.acceptAll()
    consent.save({ other: true })
    consent.withdraw('other')
    consent.save({ y: true })
    expect(blocked.calls).toEqual(['deny', 'grant'])
  })

  it('one that throws stops neither the others nor the record, and is reported', async () => {
    const broken = () => {
      throw new Error('broken')
    }
    const bad = spy('bad', 'analytics', { grant: broken, deny: broken, track: broken, destroy: broken })
    const good = spy('good', 'analytics')
    const { tab, consent, codes, browser } = await startTab({ services: [bad, good] })
    expect(consent.acceptAll().ok).toBe(true)
    expect(good.calls).toEqual(['deny', 'grant'])
    expect(storedIn(tab)).toMatchObject([{ choices: { bad: 'granted', good: 'granted' } }])
    consent.track('event')
    consent.withdraw()
    expect(good.calls).toEqual(['deny', 'grant', 'deny'])
    consent.destroy()
    expect(codes).toContain('CG301')
    expect(browser.errors).toEqual([])
  })

  it('P4 are denied again when a visitor who had not answered refuses: what waited may go', async () => {
    const queue = spy('queue')
    const { consent } = await startTab({ services: [queue] })
    expect(queue.calls).toEqual(['deny'])
    consent.rejectAll()
    expect(queue.calls).toEqual(['deny', 'deny'])
    consent.rejectAll()
    expect(queue.calls).toEqual(['deny', 'deny'])
  })

  it('P4 are told their own answer, not whether every service has one', async () => {
    const told: [string, boolean][] = []
    const service = (id: string) => spy(id, 'x', { deny: ({ answered }) => void told.push([id, answered]) })
    const { consent } = await startTab({ services: [service('a'), service('b')] })
    consent.withdraw('a')
    expect(told).toEqual([
      ['a', false],
      ['b', false],
      ['a', true],
    ])
  })

  it('report their status; data-only ones run and stop with their answer', async () => {
    const { consent, ga, codes } = await startTab({
      services: [spy('ga'), { id: 'videos', category: 'media' }],
    })
    expect(ga.calls).toEqual([])
    consent.acceptAll()
    expect(consent.get().services).toEqual({ ga: 'idle', videos: 'running' })
    consent.rejectAll()
    expect(consent.get().services).toEqual({ ga: 'idle', videos: 'stopped' })
    expect(codes).not.toContain('CG302')
  })

  it('a data-only one that never ran has nothing to stop', async () => {
    const { consent } = await startTab({ services: [{ id: 'videos', category: 'media' }] })
    consent.rejectAll()
    expect(consent.get().services).toEqual({ videos: 'idle' })
  })

  it('get their events, whatever was answered: what to do with them is theirs', async () => {
    const events: unknown[] = []
    const counter = spy('counter', 'analytics', {
      track: (...args) => events.push(args),
      pageView: (...args) => events.push(args),
    })
    const { consent } = await startTab({ services: [spy('ga'), counter] })
    consent.track('buy', { price: 1 })
    consent.pageView()
    expect(events).toEqual([['buy', { price: 1 }], [undefined]])
  })

  it('are granted again when the consent types change', async () => {
    const { consent, ga } = await startTab({
      categories: { ads: { consentTypes: ['ad_storage'] } },
    })
    consent.save({ analytics: true, ads: false })
    consent.save({ ads: true })
    expect(ga.calls).toEqual(['deny', 'grant', 'grant'])
    expect(ga.contexts.map(({ consentTypes }) => consentTypes.join())).toEqual([
      '',
      'analytics_storage',
      'analytics_storage,ad_storage',
    ])
  })

  it('may change the answer while they are told of it', async () => {
    const ga = spy('ga', 'analytics', { grant: () => void consent.rejectAll() })
    const { consent, browser } = await startTab({ services: [ga] })
    consent.acceptAll()
    await browser.settle()
    expect(consent.get().state.ga).toBe('denied')
    expect(ga.calls.at(-1)).toBe('deny')
  })

  it('say why they are blocked', async () => {
    const ga = spy('ga', 'analytics', { grant: ({ status }) => status('blocked', 'load-error') })
    const { consent } = await startTab({ services: [ga] })
    const issues: unknown[] = []
    consent.onIssue(({ code, path, value }) => issues.push([code, path, value]))
    consent.acceptAll()
    expect(issues).toEqual([['CG302', 'ga', 'load-error']])
  })

  it('that have no use for events, page views or an end are not asked, and nothing is reported', async () => {
    const { consent, codes } = await startTab({ services: [{ id: 'plain', category: 'analytics' }] })
    consent.acceptAll()
    consent.track('login')
    consent.pageView()
    consent.destroy()
    expect(codes).toEqual([])
  })
})
