import { serviceAdvice } from '../rules/serviceAdvice.js'
import type { ConsentConfig } from '../types/config.js'
import type { ReportIssue } from '../types/issue.js'
import type { Settings } from '../types/settings.js'
import { inspectConfig } from './inspectConfig.js'

/** All that a developer should know of a configuration: what is odd in it, and in each service's own options. */
export async function advise(
  config: ConsentConfig,
  settings: Settings,
  now: number,
  report: ReportIssue,
  lang: string,
): Promise<void> {
  // One that could not be used has its issue: what is odd in it besides is noise.
  if (settings.silent && !settings.minor) return
  inspectConfig(config, settings, now, report, lang)
  for (const advice of serviceAdvice(config)) {
    const { inspectOptions } = await advice.inspect()
    inspectOptions(advice.options, report)
  }
}
