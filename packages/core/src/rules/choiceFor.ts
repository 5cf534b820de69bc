import type { Unit } from '../types/settings.js'

/**
 * What choices say of a unit: its own answer is stronger than that of its category; undefined where they say nothing.
 * They may come from a page's own code: what is neither true nor false does not count.
 */
export function choiceFor(
  { id, category }: Unit,
  choices: Readonly<Record<string, boolean>>,
): boolean | undefined {
  return [choices[id], choices[category]].find((answer) => typeof answer === 'boolean')
}
