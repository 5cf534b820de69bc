import type { TrustedPolicy } from '../types/env.js'

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string; createScript(text: string): string },
  ): TrustedPolicy
}

const rules = { createScriptURL: (url: string) => url, createScript: (text: string) => text }

/**
 * One Trusted Types policy per purpose, created on first use and once per window: a second `createPolicy` of
 * one name is a violation, also after `destroy()` and a new start. https://www.w3.org/TR/trusted-types/
 */
export function trustedPolicy(win: Window, name: 'consent-gate' | 'consent-gate#gates'): TrustedPolicy {
  const key = Symbol.for(name)
  const scope = win as unknown as { trustedTypes?: TrustedTypes; [key: symbol]: TrustedPolicy | undefined }
  scope[key] ??= scope.trustedTypes ? scope.trustedTypes.createPolicy(name, rules) : rules
  return scope[key] as TrustedPolicy
}
