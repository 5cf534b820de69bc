import type { Candidate } from '../candidate.js'
import { heldMarkup } from '../heldMarkup.js'
import { installed, versionOf } from '../installed.js'
import { pageScript } from '../pageScript.js'

/** The library and its configuration side by side: one trip less than the module of its documentation. */
export const vanillaCookieConsent = (): Candidate => ({
  id: 'vanilla-cookieconsent',
  title: `vanilla-cookieconsent ${versionOf('vanilla-cookieconsent')}`,
  accept: '#cc-main .cm [data-role="all"]',
  files: {
    '/cookieconsent.css': installed('vanilla-cookieconsent', 'dist/cookieconsent.css'),
    '/cookieconsent.umd.js': installed('vanilla-cookieconsent', 'dist/cookieconsent.umd.js'),
    '/cookieconsent-config.js': pageScript('vanillaCookieConsentConfig'),
  },
  head: `<link rel="stylesheet" href="/cookieconsent.css">
<script defer src="/cookieconsent.umd.js"></script>
<script defer src="/cookieconsent-config.js"></script>`,
  wayBack: '<button type="button" data-cc="show-preferencesModal">Cookie settings</button>',
  gated: (count) => heldMarkup('data-category="analytics"', count),
})
