import type { Measure } from '../measure.js'
import { firstAndNextVisit } from './firstAndNextVisit.js'
import { gatedScripts } from './gatedScripts.js'
import { ownScript } from './ownScript.js'

export const measures: readonly Measure[] = [
  firstAndNextVisit,
  ownScript,
  gatedScripts(1000, 'gates1000'),
  gatedScripts(5000, 'gates5000', 'paint5000'),
]
