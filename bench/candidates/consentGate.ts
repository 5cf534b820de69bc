import { readdirSync } from 'node:fs'
import { type Candidate, MEASUREMENT_ID } from '../candidate.js'
import { moreHeldMarkup } from '../heldMarkup.js'
import { installed, versionOf } from '../installed.js'

const scripts = () =>
  readdirSync('node_modules/consent-gate/dist').filter((file) => /^gate.*\.js$/.test(file))

/** Ours, by the script tag of the README; it brings Google's tag in by itself. */
export const consentGate = (): Candidate => ({
  id: 'consent-gate',
  title: `consent-gate ${versionOf('consent-gate')}`,
  accept: '#consent-gate [data-role=accept]',
  files: Object.fromEntries(
    scripts().map((file) => [`/consent-gate/${file}`, installed('consent-gate', `dist/${file}`)]),
  ),
  head: `<script async src="/consent-gate/gate.js" data-measurement-id="${MEASUREMENT_ID}"
        data-policy-version="2026-12-01" data-policy-url="/privacy" data-lang="en"></script>`,
  wayBack: '<a href="/privacy" data-consent-gate="preferences">Cookie settings</a>',
  gated: (count) => moreHeldMarkup('data-category="analytics"', count),
})
