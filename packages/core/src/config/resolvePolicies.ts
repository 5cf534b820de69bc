import { parseInstant } from '../rules/parseInstant.js'
import type { ConsentConfig, PolicyConfig } from '../types/config.js'
import type { ReportIssue } from '../types/issue.js'
import type { Policy } from '../types/snapshot.js'
import { validId } from './validId.js'

const WEEK = 7 * 86_400_000

/** Policy versions in order of effect. One that cannot be used is ignored, with an issue. */
export function resolvePolicies(config: ConsentConfig, now: number, report: ReportIssue): Policy[] {
  const { policies: given = [], utcOffset = 'Z' } = config
  const zone = /^(Z|[+-]\d\d:\d\d)$/.test(utcOffset) ? utcOffset : 'Z'
  if (zone !== utcOffset) report('CG114', 'utcOffset', utcOffset)
  const policies = given.flatMap((policy, index) => {
    const resolved = resolvePolicy(policy, `policies[${index}]`, zone, now, report)
    return resolved ? [resolved] : []
  })
  const ordered = [...policies].sort((one, other) => one.effective - other.effective)
  for (const [index, policy] of ordered.entries()) {
    const next = ordered[index + 1]
    if (policy !== policies[index] || next?.effective === policy.effective) {
      report('CG115', 'policies', policy.version)
    }
  }
  const unique = ordered.filter((policy, index) => {
    const first = ordered.findIndex(({ version }) => version === policy.version) === index
    if (!first) report('CG116', 'policies', policy.version)
    return first
  })
  if (!unique.length) {
    report('CG110', 'policies', given)
    unique.push({ version: '0', announced: 0, effective: 0, url: '', summary: '', askAgain: true })
  }
  return unique
}

function resolvePolicy(
  policy: PolicyConfig,
  path: string,
  zone: string,
  now: number,
  report: ReportIssue,
): Policy | null {
  const { version, url = '', summary = '', askAgain = true } = policy
  if (!validId(version)) {
    report('CG111', `${path}.version`, version)
    return null
  }
  const effective = policy.effective === undefined ? 0 : parseInstant(policy.effective, zone)
  const announced = policy.announced === undefined ? effective : parseInstant(policy.announced, zone)
  for (const key of ['effective', 'announced'] as const) {
    if (Number.isNaN(key === 'effective' ? effective : announced)) {
      report('CG112', `${path}.${key}`, policy[key])
      return null
    }
  }
  // The founding policy promises a week; a first version that was always in force needs none.
  const silent = policy.announced === undefined && effective <= now
  if (!silent && effective - announced < WEEK) report('CG113', path, policy)
  return { version, url, summary, askAgain, effective, announced }
}
