import { startDebug as startCore } from '@consent-gate/core/lazy/debugPart'
import { fileBeside } from './fileBeside.js'
import { inspectAttributes } from './inspectAttributes.js'

export { issueTexts, unreadOptions } from '@consent-gate/ga-adapter/compose'

/** The tag of `gate.js`, beside which this chunk lies. */
const beside = fileBeside((document.currentScript as HTMLScriptElement).src, 'gate.js')
const tag = [...document.scripts].find(({ src }) => src.startsWith(beside))

/** `gate-debug.js`: the words of every issue, and what the tag says in vain. */
export const startDebug: typeof startCore = (config, env, settings, report, describeWith) => {
  if (tag) inspectAttributes(tag.dataset, report)
  return startCore(config, env, settings, report, describeWith)
}
