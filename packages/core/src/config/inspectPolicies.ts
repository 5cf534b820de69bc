import { parseInstant } from '../rules/parseInstant.js'
import type { ConsentConfig } from '../types/config.js'
import type { ReportIssue } from '../types/issue.js'
import type { Settings } from '../types/settings.js'
import { validId } from './validId.js'

const WEEK = 7 * 86_400_000

/** What is wrong with the list of policy versions. */
export function inspectPolicies(
  config: ConsentConfig,
  settings: Settings,
  now: number,
  report: ReportIssue,
): void {
  const { policies = [], utcOffset = 'Z' } = config
  if (!policies[0] || policies[0].version === '0') report('CG110', 'policies', policies)
  if (!/^(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(utcOffset)) report('CG114', 'utcOffset', utcOffset)

  let last = Number.NEGATIVE_INFINITY
  // Not by `entries()`: a page with Prototype.js has another one.
  policies.forEach(({ version, effective, announced }, index) => {
    const path = `policies[${index}]`
    if (!validId(version)) report('CG111', `${path}.version`, version)
    for (const [key, text] of Object.entries({ effective, announced })) {
      if (text != null && Number.isNaN(parseInstant(text, utcOffset))) report('CG112', `${path}.${key}`, text)
    }
    if (policies.findIndex((other) => other.version === version) < index) {
      // It is not used, so its instant says nothing of the order.
      report('CG116', path, version)
      return
    }
    const used = settings.policies.find((one) => one.version === version)
    if (!used) return
    if (used.effective <= last) report('CG115', path, version)
    last = used.effective
    // A version that was always in force needed no notice.
    const noticed = announced !== undefined || used.effective > now
    if (noticed && used.effective - used.announced < WEEK) report('CG113', path, { announced, effective })
  })
}
