import type { ReceiptStore } from '@consent-gate/receipt-store'
import type { Context } from 'hono'
import type { Sessions, SiteSession } from './sessions.js'
import type { Tag } from './tag.js'
import type { WireLog } from './wireLog.js'

/** What the routes share. */
export interface SiteParts {
  readonly sessions: Sessions
  readonly wire: WireLog
  readonly tag: Tag
  /** Opened when it is first asked for. */
  readonly receipts: () => Promise<ReceiptStore>
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number
}

export interface SiteEnv {
  Variables: { secureHeadersNonce?: string; session: SiteSession | null }
}

export type SiteContext = Context<SiteEnv>
