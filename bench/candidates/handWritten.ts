import type { Candidate } from '../candidate.js'
import { heldMarkup } from '../heldMarkup.js'
import { pageScript } from '../pageScript.js'

/** The floor: what a developer writes in an hour, without any of the promises. */
export const handWritten = (): Candidate => ({
  id: 'hand-written',
  title: '30 hand-written lines',
  accept: 'section button.yes',
  files: { '/consent.js': pageScript('handWritten') },
  head: '<script defer src="/consent.js"></script>',
  gated: (count) => heldMarkup('data-category="analytics"', count),
})
