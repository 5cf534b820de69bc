export { type CookieFact, cookieFacts } from './cookieFacts.js'
export type { Item, RecommendedEvents, Track } from './events.js'
export { googleAnalytics } from './googleAnalytics.js'
export type { GoogleAnalyticsOptions, GtagConfig, MeasurementId } from './types.js'
