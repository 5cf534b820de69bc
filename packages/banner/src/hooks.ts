import type { Consent, Snapshot } from '@consent-gate/core'
import { useEffect, useState } from 'preact/hooks'

/** The snapshot, drawn anew in the same task in which it changes: for interfaces of your own in Preact. */
export function useConsent(consent: Consent): Snapshot {
  const [snapshot, setSnapshot] = useState(consent.get)
  useEffect(() => {
    setSnapshot(consent.get())
    return consent.watch(setSnapshot)
  }, [consent])
  return snapshot
}
