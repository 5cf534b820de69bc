import type { Candidate } from '../candidate.js'
import { versionOf } from '../installed.js'
import { pageScript } from '../pageScript.js'

/** c15t's core in its offline mode, bundled with the small notice of its documentation: it has no interface. */
export const c15t = (): Candidate => ({
  id: 'c15t',
  title: `c15t core ${versionOf('c15t')}`,
  accept: '#consent-accept',
  files: { '/consent.js': pageScript('c15tNotice') },
  head: '<script defer src="/consent.js"></script>',
  gated: (count) => `<script>document.documentElement.dataset.gated=${count}</script>`,
})
