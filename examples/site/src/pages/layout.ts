import { type Html, html, json } from '../html.js'
import { type Lang, localPath } from '../lang.js'
import type { SiteSession } from '../sessions.js'
import type { Tag } from '../tag.js'

/** What surrounds a page's own content. */
export interface Frame {
  readonly lang: Lang
  /** Without the language prefix. */
  readonly path: string
  readonly nonce: string
  readonly tag: Tag
  readonly consentConfig: unknown
  readonly session: SiteSession | null
}

export interface Page {
  readonly title: string
  readonly description: string
  readonly body: Html
  /** Files under `/assets`, run as modules. */
  readonly scripts?: readonly string[]
}

const TEXTS = {
  ko: {
    brand: '해무다원',
    skip: '본문으로 건너뛰기',
    menu: '주 메뉴',
    home: '처음',
    news: '소식',
    wire: '브라우저를 떠난 것',
    receipts: '동의 증빙',
    login: '로그인',
    me: '내 정보',
    other: 'English',
    privacy: '개인정보처리방침',
    preferences: '쿠키 설정',
    fiction: '해무다원은 consent-gate의 데모를 위해 지어낸 회사입니다.',
    address: '경남 하동군 안개골길 12 · 대표 서해림 · hello@haemu.example',
  },
  en: {
    brand: 'Haemu Tea',
    skip: 'Skip to content',
    menu: 'Main',
    home: 'Home',
    news: 'News',
    wire: 'What left your browser',
    receipts: 'Consent receipts',
    login: 'Log in',
    me: 'My page',
    other: '한국어',
    privacy: 'Privacy policy',
    preferences: 'Cookie settings',
    fiction: 'Haemu Tea is a made-up company for the consent-gate demo.',
    address: '12 Angaegol-gil, Hadong, Republic of Korea · Seo Haerim, CEO · hello@haemu.example',
  },
}

function link(frame: Frame, path: string, text: string): Html {
  const isHere = frame.path === path || (path !== '/' && frame.path.startsWith(`${path}/`))
  return html`<a href="${localPath(frame.lang, path)}"${isHere ? html` aria-current="page"` : ''}>${text}</a>`
}

const leaf = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
  <path d="M16 29C7 24 4 15 16 3c12 12 9 21 0 26Z" /><path class="vein" d="M16 10v17M16 17l-4-3M16 21l4-3" />
</svg>`

/** The whole document. The one tag that a newcomer pastes is the last line of `<head>`. */
export function layout(frame: Frame, page: Page): Html {
  const { lang, nonce } = frame
  const text = TEXTS[lang]
  const other: Lang = lang === 'ko' ? 'en' : 'ko'
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}${frame.path === '/' ? '' : ` · ${text.brand}`}</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/assets/leaf.svg" type="image/svg+xml">
<link rel="alternate" hreflang="ko" href="${localPath('ko', frame.path)}">
<link rel="alternate" hreflang="en" href="${localPath('en', frame.path)}">
<link rel="stylesheet" href="/assets/site.css">
<script type="application/json" id="consent-config">${json(frame.consentConfig)}</script>
<script async src="/gate/gate.js" nonce="${nonce}" data-measurement-id="${frame.tag.measurementId}" data-session-cookie="sid" data-lang="${lang}" data-config="#consent-config"></script>
${(page.scripts ?? []).map((file) => html`<script type="module" src="/assets/${file}" nonce="${nonce}"></script>\n`)}</head>
<body>
<a class="skip" href="#content">${text.skip}</a>
<header class="site-head"><div class="wide">
  <a class="brand" href="${localPath(lang, '/')}">${leaf}<span>${text.brand}</span></a>
  <nav class="menu" aria-label="${text.menu}">
    ${link(frame, '/news', text.news)}
    ${link(frame, '/wire', text.wire)}
    ${frame.session ? link(frame, '/me', text.me) : link(frame, '/login', text.login)}
    <a class="lang" href="${localPath(other, frame.path)}" lang="${other}" hreflang="${other}">${text.other}</a>
  </nav>
</div></header>
<main id="content" tabindex="-1">
${page.body}
</main>
<footer class="site-foot"><div class="wide">
  <p class="foot-links">
    <a href="${localPath(lang, '/privacy')}"><strong>${text.privacy}</strong></a>
    <a href="${localPath(lang, '/privacy')}" data-consent-gate="preferences">${text.preferences}</a>
    <a href="${localPath(lang, '/wire')}">${text.wire}</a>
    <a href="${localPath(lang, '/receipts')}">${text.receipts}</a>
  </p>
  <p>${text.address}</p>
  <p>${text.fiction}</p>
</div></footer>
</body>
</html>`
}
