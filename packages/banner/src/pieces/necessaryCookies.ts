import type { CookieDeclaration, Settings } from '@consent-gate/core'
import type { FurtherCopy } from '../types/copy.js'
import { fill } from './fill.js'

/** The necessary cookies with words for the ones that are ours and for the session's. */
export function necessaryCookies(
  { necessary, record, session }: Settings,
  texts: FurtherCopy,
): CookieDeclaration[] {
  const words: Record<string, { purpose: string; retention: string }> = {
    [record.cookie]: {
      purpose: texts.recordPurpose,
      retention: fill(texts.recordRetention, { days: record.days }),
    },
    'consent_gate*': { purpose: texts.storagePurpose, retention: texts.storageRetention },
  }
  if (session) {
    words[session.cookie] = { purpose: texts.sessionPurpose, retention: texts.sessionRetention }
  }
  return necessary.map((cookie) => ({ ...words[cookie.name], ...cookie }))
}
