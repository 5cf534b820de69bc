import { parseInstant } from '../rules/parseInstant.js'
import type { ConsentConfig } from '../types/config.js'
import type { Policy } from '../types/snapshot.js'
import { validId } from './validId.js'

/** Policy versions in order of effect, without those that cannot be used; version `0` where none is left. */
export function resolvePolicies({ policies = [], utcOffset = 'Z' }: ConsentConfig): Policy[] {
  const usable = policies
    .map((policy): Policy => {
      const { version, url = '', summary = '', askAgain = true, effective, announced = effective } = policy
      return {
        version,
        url,
        summary,
        askAgain,
        effective: effective ? parseInstant(effective, utcOffset) : 0,
        announced: announced ? parseInstant(announced, utcOffset) : 0,
      }
    })
    .filter(({ version, announced, effective }) => validId(version) && announced + effective >= 0)
    .sort((one, other) => one.effective - other.effective)
  return usable.length
    ? usable
    : [{ version: '0', url: '', summary: '', askAgain: true, effective: 0, announced: 0 }]
}
