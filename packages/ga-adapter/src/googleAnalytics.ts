import type { Service } from '@consent-gate/core'
import { analyticsService } from './analyticsService.js'
import type { GoogleAnalyticsOptions } from './types.js'

const advice = {
  inspect: () => import('./inspectOptions.js'),
  words: () => import('./debugPart.js'),
}

/** Google Analytics as a service: nothing of it is asked for before a yes, and it is really off after a no. */
export function googleAnalytics(options: GoogleAnalyticsOptions): Service {
  return analyticsService(options, advice)
}
