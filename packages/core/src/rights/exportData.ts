import { presentCookies } from '../sweep/sweep.js'
import type { Consent, ExportedData } from '../types/consent.js'
import type { ConsentEnv } from '../types/env.js'
import type { History } from './history.js'

/** Everything we keep about the visitor, and which declared cookies are there. No values, no session token. */
export function exportData(env: ConsentEnv, consent: Consent, history: History): ExportedData {
  const { services, necessary, session } = consent.settings
  const declared = [...services.flatMap(({ cookies = [] }) => cookies), ...necessary]
  const { status } = consent.session
  return {
    format: 1,
    exported: new Date(env.now()).toISOString(),
    record: consent.get().record,
    history: history.read(),
    cookies: [...presentCookies(env, declared).keys()],
    unreadable: declared.filter(({ httpOnly }) => httpOnly).map(({ name }) => name),
    session: session && {
      cookie: session.cookie,
      present: status === 'unknown' ? status : status === 'active',
    },
  }
}
