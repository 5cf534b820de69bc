import { googleAnalytics } from '../googleAnalytics.js'
import type { GoogleAnalyticsOptions } from '../types.js'
import { fakePage } from './fakePage.js'

export const ID = 'G-TEST1'
export const HIT = 'https://www.google-analytics.com/g/collect?v=2&tid=G-TEST1'

export const analytics = (over: Partial<GoogleAnalyticsOptions> = {}) =>
  googleAnalytics({ measurementId: ID, ...over })

/** What the commands are, and of what. */
export const names = (commands: unknown[][]) => commands.map(([name, second]) => [name, second])

/** A page that granted, with the tag running. */
export function running(over: Partial<GoogleAnalyticsOptions> = {}, address?: string) {
  const page = fakePage(address)
  const service = analytics(over)
  page.grant(service)
  page.arrive()
  return { page, service }
}
