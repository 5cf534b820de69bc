import type { Candidate } from '../candidate.js'
import { versionOf } from '../installed.js'
import { pageScript } from '../pageScript.js'

/** c15t's core in its offline mode, bundled with a notice of a few lines: it has no interface. */
export const c15t = (): Candidate => ({
  id: 'c15t',
  title: `c15t core ${versionOf('c15t')}`,
  accept: 'section button.all',
  files: { '/consent.js': pageScript('c15tNotice') },
  head: '<script defer src="/consent.js"></script>',
  gated: (count) => `<script>document.documentElement.dataset.gated=${count}</script>`,
})
