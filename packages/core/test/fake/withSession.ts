import type { SessionConfig } from '../../src/types/config.js'
import type { SessionEvent } from '../../src/types/session.js'
import { startTab } from './startTab.js'

/** A first visit to a site with that session, and what the session tells. */
export async function withSession(
  session: SessionConfig | undefined,
  options: NonNullable<Parameters<typeof startTab>[1]> = {},
) {
  const started = await startTab(session ? { session } : {}, options)
  const events: SessionEvent[] = []
  started.consent.session.subscribe((event) => events.push(event))
  return { ...started, events, session: started.consent.session }
}
