import type { ScriptRequest } from '../types/env.js'
import { trustedPolicy } from './trustedPolicy.js'

/** The one place where a script of ours enters the page: Trusted Types, nonce, integrity, handlers. */
export function insertScript(win: Window, nonce: string, { src, integrity, ...handlers }: ScriptRequest) {
  const script = win.document.createElement('script')
  Object.assign(script, { nonce }, handlers, integrity && { integrity, crossOrigin: 'anonymous' })
  script.src = trustedPolicy(win, 'consent-gate').createScriptURL(src) as string
  win.document.head.append(script)
  return script
}
