import { IDLE, OUTBOX } from '../storage/localKeys.js'
import { readList } from '../storage/readList.js'
import { presentCookies } from '../sweep/presentCookies.js'
import type { Consent, ExportedData } from '../types/consent.js'
import type { ConsentEnv } from '../types/env.js'
import { readHistory } from './history.js'

/** Everything we keep about the visitor, and which declared cookies are there. No values, no session token. */
export function exportData(env: ConsentEnv, consent: Consent): ExportedData {
  const { services, necessary, session } = consent.settings
  const { status } = consent.session
  const declared = [...services.flatMap(({ cookies = [] }) => cookies), ...necessary]
  return {
    format: 1,
    exported: new Date(env.now()).toISOString(),
    record: consent.get().record,
    history: readHistory(env),
    receipts: readList(env, OUTBOX),
    lastActivity: Number.parseInt(env.local.get(IDLE) ?? '', 10) || null,
    cookies: [...presentCookies(env, declared).keys()],
    unreadable: declared.flatMap(({ httpOnly, name }) => (httpOnly ? name : [])),
    session: session && {
      cookie: session.cookie,
      present: status === 'unknown' ? status : status === 'active',
    },
  }
}
