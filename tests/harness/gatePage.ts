/** A service of the site itself: declared cookies and gated markup, no Google. */
export const STATS = {
  id: 'stats',
  category: 'analytics',
  name: 'Statistics',
  cookies: [{ name: 'stat_*' }, { name: 'visits' }],
}

/** A page with the script tag and its whole configuration, as `data-config` takes it. */
export const gatePage = (config: object = {}, body = ''): string =>
  `<script type="application/json" id="config">${JSON.stringify({
    policies: [{ version: '1' }],
    services: [STATS],
    ...config,
  })}</script><script async src="/gate/gate.js" data-config="#config"></script>${body}`
