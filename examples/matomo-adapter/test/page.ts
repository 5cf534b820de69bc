import { createConsent } from '@consent-gate/core'
import { matomo } from '../src/index.js'

const consent = createConsent({
  policies: [{ version: '2026-12-01', url: '/privacy' }],
  services: [matomo({ url: 'https://matomo.test/', siteId: '1' })],
  session: { cookie: 'sid' },
})
Object.assign(window, { consent })
