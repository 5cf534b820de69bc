import { sitePage, siteStyles } from './sitePage.js'

/** What can be answered on the page of the walks: Google Analytics, and two services of gated markup. */
export const UNITS = ['google-analytics', 'stats', 'videos'] as const

const config = {
  policies: [{ version: '1' }],
  googleAnalytics: { measurementId: 'G-TEST1' },
  session: { cookie: 'sid' },
  categories: { analytics: {}, media: { label: 'Media' } },
  services: [
    { id: 'stats', category: 'analytics', name: 'Statistics', cookies: [{ name: 'stat' }] },
    { id: 'videos', category: 'media', name: 'Videos', cookies: [{ name: 'vid_*' }] },
  ],
}

const gated = (unit: string, cookie: string) =>
  `<script type="text/plain" data-category="${unit}" nonce="n0nce">
    document.cookie = '${cookie}=1; path=/'
    window.ran.${unit} = (window.ran.${unit} ?? 0) + 1
  </script>`

const body = `
  <script>window.ran = {}</script>
  <button data-consent-gate="accept">Own yes</button>
  <button data-consent-gate="reject">Own no</button>
  <button data-consent-gate="withdraw">Own withdrawal</button>
  <a href="/privacy" data-consent-gate="preferences">Own preferences</a>
  <consent-gate-toggle service="google-analytics"></consent-gate-toggle>
  <consent-gate-toggle service="videos"></consent-gate-toggle>
  ${gated('stats', 'stat')}
  ${gated('videos', 'vid_1')}
  <iframe data-category="videos" data-src="/film" title="Film"></iframe>`

/** Every way to answer that a page can have, and everything that an answer turns on. */
export const walkPages = {
  '/film': '<p>Film',
  '/site.css': siteStyles,
  '*': sitePage({ config, lang: 'en', body }),
}
