import type { MatomoCommand } from './matomoWindow.js'

const SETTING = /^(set|enable|disable|discard)(?!.*Consent)/

/**
 * Of what a page has queued, the commands that only configure. What measures belongs to the time before the
 * grant and is left out, and so is consent that the page grants by itself.
 */
export const settingsAmong = (commands: readonly MatomoCommand[]): MatomoCommand[] =>
  commands.filter(([method]) => typeof method === 'string' && SETTING.test(method))
