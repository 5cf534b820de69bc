import { describe, expect, it } from 'vitest'
import { spy, startTab } from '../test/fake/startTab.js'
import { storedIn } from '../test/fake/storedIn.js'

describe('a choice', () => {
  it('P3 is stored and in force before the call returns', async () => {
    const { tab, ga, consent } = await startTab()
    const result = consent.acceptAll('notice')
    expect(result).toMatchObject({ ok: true, snapshot: { state: { ga: 'granted', analytics: 'granted' } } })
    expect(result).not.toHaveProperty('reason')
    expect(result.snapshot).toBe(consent.get())
    expect(ga.calls).toEqual(['deny', 'grant'])
    expect(storedIn(tab)).toMatchObject([
      { policy: 'v1', rev: 1, source: 'notice', choices: { ga: 'granted' } },
    ])
    expect(consent.get()).toMatchObject({ persisted: true, answered: true, reason: 'choice', ui: 'none' })
    await expect(result.done).resolves.toEqual({ deleted: [], left: [], unreadable: [] })
  })

  it('P6 a no is stored as a no, and not asked again on the next page', async () => {
    const { tab, consent, browser } = await startTab()
    expect(consent.rejectAll().ok).toBe(true)
    expect(storedIn(tab)).toMatchObject([{ source: 'api', choices: { ga: 'denied' } }])
    tab.close()
    const next = await startTab({}, { browser })
    expect(next.consent.get()).toMatchObject({ answered: true, ui: 'none', state: { ga: 'denied' } })
    expect(next.ga.calls).toEqual(['deny'])
  })

  it('a yes is in force on the next page at once', async () => {
    const { tab, consent, browser } = await startTab()
    consent.acceptAll()
    tab.close()
    const next = await startTab({}, { browser })
    expect(next.ga.calls).toEqual(['grant'])
    expect(next.ga.contexts[0]).toMatchObject({ consentTypes: ['analytics_storage'], answered: true })
  })

  it('takes category and service ids; what is not named keeps its answer', async () => {
    const { consent } = await startTab({
      categories: { media: {} },
      services: [spy('ga'), spy('counter')],
    })
    expect(consent.save({ analytics: true }).snapshot.state).toMatchObject({
      ga: 'granted',
      counter: 'granted',
    })
    expect(consent.get().pending).toEqual(['media'])
    consent.withdraw('counter')
    expect(consent.get().state).toMatchObject({ analytics: 'denied', ga: 'granted', counter: 'denied' })
    consent.withdraw('analytics')
    expect(consent.get().state).toMatchObject({ ga: 'denied', counter: 'denied' })
    expect(consent.allows('media')).toBe(false)
    expect(consent.allows('unknown')).toBe(false)
    expect(consent.allows('necessary')).toBe(true)
  })

  it('P3 on and off, ten times: one call to the service each', async () => {
    const { ga, consent } = await startTab()
    for (let turn = 0; turn < 10; turn++) {
      consent.acceptAll()
      consent.acceptAll()
      consent.rejectAll()
    }
    expect(ga.calls).toEqual(['deny', ...Array.from({ length: 10 }, () => ['grant', 'deny']).flat()])
  })
})

describe('choices as pages really make them', () => {
  const event = { type: 'click', isTrusted: true } as never

  it('P7 a method that listens to a click itself is handed the event, and stores its answer all the same', async () => {
    const { consent, browser, tab, ga } = await startTab()
    expect(consent.acceptAll(event)).toMatchObject({ ok: true, snapshot: { record: { source: 'api' } } })
    expect(consent.rejectAll(event)).toMatchObject({ ok: true, snapshot: { state: { ga: 'denied' } } })
    consent.acceptAll()
    expect(consent.withdraw(event)).toMatchObject({ ok: true, snapshot: { state: { ga: 'denied' } } })
    expect(ga.calls.at(-1)).toBe('deny')
    tab.close()
    expect((await startTab({}, { browser })).consent.get().state.ga).toBe('denied')
  })

  it('P18 an id that nobody has is told, and what stands beside it counts', async () => {
    const { consent, codes } = await startTab()
    consent.save({ nope: true, ga: true })
    consent.withdraw('nope')
    expect(codes.filter((code) => code === 'CG125')).toHaveLength(1)
    expect(consent.get().state.ga).toBe('granted')
  })

  it('P18 a word beside the answer of its category does not count, and the answer does', async () => {
    const { consent } = await startTab()
    expect(consent.save({ ga: 'no', analytics: true } as never).ok).toBe(true)
    expect(consent.get().state.ga).toBe('granted')
  })

  it.each<object>([{}, { unknown: false }, { unknown: true, constructor: true }])(
    'P6 P18 %j says nothing, and nothing is stored for it',
    async (choices) => {
      const { consent, tab, ga } = await startTab()
      expect(consent.save(choices as never)).toMatchObject({ ok: false, reason: 'not-stored' })
      expect(consent.get()).toMatchObject({ reason: 'unanswered', record: null, ui: 'notice' })
      expect(consent.get().state).toEqual({ necessary: 'granted', analytics: 'denied', ga: 'denied' })
      expect(ga.calls).toEqual(['deny'])
      expect(tab.cookies).toBe('')
      expect(consent.exportData().history).toEqual([])
    },
  )

  it.each([undefined, {}, { nope: false }, { ga: 'no' }])(
    'P18 %j names nothing that can be answered: the answer that is stored stays as it is',
    async (choices) => {
      const { consent, tab } = await startTab()
      consent.acceptAll()
      const { cookies } = tab
      expect(consent.save(choices as never)).toMatchObject({ ok: false, reason: 'not-stored' })
      expect(tab.cookies).toBe(cookies)
      expect(consent.exportData().history).toHaveLength(1)
    },
  )
})

describe('a notice that asks for what is new', () => {
  const videos = () => spy('videos', 'media')

  it.each([
    ['rejectAll', 'acceptAll', { ga: 'denied', videos: 'granted' }],
    ['acceptAll', 'rejectAll', { ga: 'granted', videos: 'denied' }],
  ] as const)('P7 P10 after %s, its %s leaves the earlier answer', async (earlier, later, state) => {
    const { consent: before, browser, tab } = await startTab()
    before[earlier]()
    tab.close()
    const { consent } = await startTab({ services: [spy('ga'), videos()] }, { browser })
    expect(consent.get()).toMatchObject({ ui: 'notice', pending: ['videos'] })
    consent[later]('notice')
    expect(consent.get()).toMatchObject({ ui: 'none', pending: [], state })
  })

  it('answers for all where all is answered, and so does the API, whatever is new', async () => {
    const { consent } = await startTab({ services: [spy('ga'), videos()] })
    consent.save({ ga: false })
    consent.acceptAll()
    expect(consent.get().state).toMatchObject({ ga: 'granted', videos: 'granted' })
    consent.rejectAll('notice')
    expect(consent.get().state).toMatchObject({ ga: 'denied', videos: 'denied' })
  })
})
