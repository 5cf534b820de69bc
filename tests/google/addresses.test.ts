import { expect, test } from 'vitest'
import { gaPage } from './gaPage.js'
import { openGranted } from './openGranted.js'

test('P4 secrets are scrubbed, and later automatic page_views carry the current address', async () => {
  const { page, wire } = await openGranted({ page: gaPage(), path: '/reset?token=abc&mail=a@b.kr' })
  const [first] = wire.events('page_view')
  expect(first?.params.dl).toBe('https://example.test/reset?token=-&mail=-')
  await page.evaluate(`history.pushState({}, '', '/done?page=2')`)
  const [, second] = await wire.waitForEvent('page_view', { count: 2 })
  expect(second?.params.dl).toBe('https://example.test/done?page=2')
  await page.evaluate(`history.pushState({}, '', '/invite?code=123')`)
  const [, , third] = await wire.waitForEvent('page_view', { count: 3 })
  expect(third?.params.dl).toBe('https://example.test/invite?code=-')
})

test.each([
  ['', `Object.defineProperty(window, 'navigation', { value: undefined })`],
  [', with an element of that name', 'delete window.navigation'],
])(
  'P4 pageViews: history tells clean addresses also where the browser does not tell of their changes%s',
  async (_, script) => {
    const { page, wire } = await openGranted({
      page: gaPage({ pageViews: 'history' }, {}, '<nav id="navigation"></nav>'),
      gtag: { enhancedMeasurement: [] },
      before: (context) => context.addInitScript(script),
    })
    await page.evaluate(`history.pushState({}, '', '/reset?token=abc')`)
    await wire.waitForEvent('page_view', { count: 2 })
    await page.evaluate(`history.pushState({}, '', '/done')`)
    await wire.waitForEvent('page_view', { count: 3 })
    expect(wire.events('page_view').map(({ params }) => params.dl)).toEqual([
      'https://example.test/',
      'https://example.test/reset?token=-',
      'https://example.test/done',
    ])
  },
)

test('P4 pageViews: history reports each page of a stream without enhanced measurement once', async () => {
  const { page, wire } = await openGranted({
    analytics: { pageViews: 'history' },
    gtag: { enhancedMeasurement: [] },
  })
  await page.evaluate(`history.pushState({}, '', '/a'); history.replaceState({}, '', '/a')`)
  await wire.waitForEvent('page_view', { count: 2 })
  await wire.during(800)
  expect(wire.events('page_view').map(({ params }) => params.dl)).toEqual([
    'https://example.test/',
    'https://example.test/a',
  ])
})
