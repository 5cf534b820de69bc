import type { Service, ServiceAdvice, ServiceContext } from '@consent-gate/core'
import { gaCookies } from './gaCookies.js'
import { runTag, type TagRun } from './runTag.js'
import type { GoogleAnalyticsOptions } from './types.js'

/**
 * Google Analytics, loaded after a yes and really off after a no. Basic consent mode only: before a grant the
 * page asks nothing of Google. Never throws; what makes the options unusable is in `mistake`.
 */
export function analyticsService(
  options: GoogleAnalyticsOptions,
  advice: Omit<ServiceAdvice, 'options'>,
): Service {
  const { measurementId = [], category = 'analytics', config, ...rest } = options ?? {}
  const ids = [...new Set([measurementId].flat())]
  const settings = { ...rest, config: config ?? {}, ids }
  const server = rest.transportUrl || settings.config.server_container_url || settings.config.transport_url
  const sound = ids.length && ids.every((id) => /^G-[A-Z\d]+$/.test(id))
  let run: TagRun | undefined
  const start = (context: ServiceContext): TagRun => {
    run ??= runTag(settings, context)
    return run
  }
  return {
    id: 'google-analytics',
    name: 'Google Analytics',
    category,
    cookies: gaCookies(settings.config, server),
    ...(!sound && { mistake: ['CG310', 'googleAnalytics.measurementId', measurementId] }),
    advice: { ...advice, options },
    grant: (context) => start(context).grant(context),
    deny: (context) => start(context).deny(context),
    track: (name, params) => run?.track(name, params),
    pageView: (params) => run?.track('page_view', params),
    destroy: () => run?.destroy(),
  }
}
