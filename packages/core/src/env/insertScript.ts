import type { ScriptRequest } from '../types/env.js'
import { trustedPolicy } from './trustedPolicy.js'

/** The one place where a script element enters the page: Trusted Types, nonce, integrity, handlers. */
export function insertScript(doc: Document, nonce: string, request: ScriptRequest): HTMLScriptElement {
  const script = doc.createElement('script')
  const { src, integrity, onload, onerror } = request
  if (nonce) script.nonce = nonce
  if (integrity) {
    script.integrity = integrity
    script.crossOrigin = 'anonymous'
  }
  script.async = true
  if (onload) script.onload = onload
  if (onerror) script.onerror = onerror
  script.src = trustedPolicy(doc.defaultView ?? window, 'consent-gate').createScriptURL(src) as string
  doc.head.append(script)
  return script
}
