import type { GtagSettings } from './src/settings.js'

export type { GtagSettings }

/** The source of a classic script that behaves like gtag.js did when measured (see README.md). */
export function gtagSource(settings: GtagSettings): string
