import { parseInstant } from '../rules/parseInstant.js'
import type { ConsentConfig } from '../types/config.js'
import type { Policy } from '../types/snapshot.js'
import { validId } from './validId.js'

/** Policy versions in order of effect, without those that cannot be used; version `0` where none is left. */
export function resolvePolicies({ policies = [], utcOffset = 'Z' }: ConsentConfig): Policy[] {
  const instant = (text?: string) => (text == null ? 0 : parseInstant(text, utcOffset))
  const defaults = { version: '0', url: '', summary: '', askAgain: true, effective: 0, announced: 0 }
  const usable = policies
    .filter(({ version }, index) => policies.findIndex((other) => other.version === version) === index)
    .map((policy) => ({
      ...defaults,
      ...policy,
      version: policy.version,
      effective: instant(policy.effective),
      announced: instant(policy.announced ?? policy.effective),
    }))
    .filter(({ version, announced, effective }) => validId(version) && announced + effective >= 0)
    .sort((one, other) => one.effective - other.effective)
  return usable.length ? usable : [defaults]
}
