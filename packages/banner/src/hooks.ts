import type { Consent, Snapshot } from '@consent-gate/core'
import { useEffect, useState } from 'preact/hooks'

/**
 * The snapshot, drawn anew in the same task in which it changes: for interfaces of your own in Preact. The first drawing
 * has the answer of now, which a server may not have had: SERVER_SIDE.md tells how to hydrate.
 */
export function useConsent(consent: Consent): Snapshot {
  const [snapshot, setSnapshot] = useState(consent.get)
  useEffect(() => {
    setSnapshot(consent.get())
    return consent.watch(setSnapshot)
  }, [consent])
  return snapshot
}
