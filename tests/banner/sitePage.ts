/** A day on which every page of these tests is looked at, so that dates and pictures stay the same. */
export const NOW = Date.parse('2026-11-24T10:00:00+09:00')

/** What a usual site configures: Google Analytics, a log-in, a policy with one earlier version. */
export const SITE = {
  policies: [
    { version: '2026-06', effective: '2026-06-01', url: '/privacy' },
    { version: '2025-01', effective: '2025-01-01', url: '/privacy/2025-01' },
  ],
  utcOffset: '+09:00',
  googleAnalytics: { measurementId: 'G-TEST1' },
  session: { cookie: 'sid' },
  ui: { contact: { email: 'privacy@example.test', url: '/contact' } },
}

/** A second service beside Google Analytics, in a category of its own. */
export const VIDEOS = {
  categories: { analytics: {}, media: { label: '동영상', text: '다른 사이트의 동영상을 보여 드립니다.' } },
  services: [
    {
      id: 'videos',
      category: 'media',
      name: 'Video House',
      purpose: '동영상 재생',
      recipient: 'Video House Inc.',
      country: '대한민국',
      items: 'IP 주소, 재생 기록',
      retention: '1년',
      policyUrl: 'https://videos.example.test/privacy',
      cookies: [{ name: 'vid_*', purpose: '재생 위치를 기억', retention: '1년' }],
    },
  ],
}

export const WAY_BACK = '<p><a href="/privacy" data-consent-gate="preferences">쿠키 설정</a></p>'

const STYLES = `
:root { color-scheme: light dark; --consent-gate-font: "Noto Sans CJK KR", "DejaVu Sans", sans-serif }
body { margin: 0; color: light-dark(#1b1f27, #eceff5); background: light-dark(#fff, #14171d); font: 16px/1.6 "Noto Sans CJK KR", "DejaVu Sans", sans-serif }
main { max-width: 60em; margin: auto; padding: 16px }
a { color: light-dark(#0b4a8f, #a9caff) }
`

export interface SitePage {
  readonly config: object
  readonly lang: string
  readonly body: string
}

/** A small page of a site that carries a nonce, a stylesheet of its own and the script tag. */
export const sitePage = ({ config, lang, body }: SitePage): string => `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Site</title>
<link rel="stylesheet" href="/site.css">
<script type="application/json" id="config">${JSON.stringify(config)}</script>
<script async src="/gate/gate.js" data-config="#config" nonce="n0nce"></script></head>
<body><main><h1>가나다</h1>${body}</main></body></html>`

export const siteStyles = { headers: { 'content-type': 'text/css' }, body: STYLES }
