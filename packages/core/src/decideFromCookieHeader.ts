import { resolveConfig } from './config/resolveConfig.js'
import { cookieValues } from './rules/cookieHeader.js'
import { decide, type Signals } from './rules/decision.js'
import { newerRecord } from './rules/newerRecord.js'
import { decodeRecord } from './rules/record.js'
import type { ConsentConfig } from './types/config.js'
import type { Decision } from './types/snapshot.js'

/** What a server knows of a request beside its `Cookie` header. */
export interface RequestFacts {
  /** `Sec-GPC: 1`. Default: not sent. */
  readonly signals?: Signals
  /** Milliseconds since 1970 UTC. Default: the server's clock. */
  readonly now?: number
}

/**
 * The decision a browser would come to, from a request's `Cookie` header: by the same rules, so that what a
 * server renders and what the page then shows agree. Pure but for the default clock; never throws.
 */
export function decideFromCookieHeader(
  config: ConsentConfig,
  header: string | undefined,
  facts: RequestFacts = {},
): Decision {
  const { signals = { gpc: false }, now = Date.now() } = facts
  // Where cookies reach is for who writes them: no decision depends on the host.
  const settings = resolveConfig(config, '', () => {})
  const records = cookieValues(header ?? '', settings.record.cookie).map(decodeRecord)
  return decide(settings, records.reduce(newerRecord, null), signals, now)
}
