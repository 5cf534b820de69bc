import type { ReportIssue } from '@consent-gate/core'

const KNOWN = 'config measurementId policyVersion policyUrl sessionCookie lang position theme debug'.split(
  ' ',
)

/** Tells of each `data-*` attribute of the tag that nothing reads. Names are compared as `dataset` has them. */
export function inspectAttributes(data: DOMStringMap, report: ReportIssue): void {
  for (const [name, value] of Object.entries(data)) {
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    if (!KNOWN.includes(name)) report('CG107', `script[data-${attribute}]`, value)
  }
}
