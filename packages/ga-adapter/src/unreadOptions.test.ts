import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { googleAnalytics } from './googleAnalytics.js'
import type { GoogleAnalyticsOptions } from './types.js'

async function unread(options: unknown) {
  const { advice } = googleAnalytics(options as GoogleAnalyticsOptions)
  return (await advice?.words())?.unreadOptions?.(advice?.options)
}

it('P18 an option that is misspelt is found, with what stands there', async () => {
  expect(await unread({ measurementId: 'G-A', pageviews: 'manual', scrubs: ['invite'] })).toEqual([
    ['googleAnalytics.pageviews', 'manual'],
    ['googleAnalytics.scrubs', ['invite']],
  ])
})

it.each([undefined, null, 'G-ABC', {}])('is nothing where there are no options: %j', async (options) => {
  expect(await unread(options)).toEqual([])
})

it('every option that the type knows is read', async () => {
  const types = readFileSync(new URL('./types.ts', import.meta.url), 'utf8')
  const [, members = ''] = types.match(/interface GoogleAnalyticsOptions \{([\s\S]*?)\n\}/) ?? []
  const names = [...members.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(8)
  expect(await unread(Object.fromEntries(names.map((name) => [name, 1])))).toEqual([])
})
