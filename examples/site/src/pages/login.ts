import { html } from '../html.js'
import { type Lang, localPath } from '../lang.js'
import type { SessionMode } from '../sessions.js'
import type { Page } from './layout.js'

const TEXTS = {
  ko: {
    title: '로그인',
    lead: '데모라서 비밀번호가 없습니다. 아무 이름이나 적어 주십시오.',
    name: '이름',
    hint: '한 글자에서 마흔 글자까지',
    wrong: '이름을 한 글자에서 마흔 글자 사이로 적어 주십시오.',
    go: '로그인',
    modes: '쿠키를 만드는 방식',
    server: '서버가 만듭니다',
    script: '페이지 스크립트가 만듭니다',
    recommended: '권장',
    about: {
      server:
        '서버가 Set-Cookie로 sid를 내립니다. HttpOnly라서 어떤 스크립트도 읽거나 지울 수 없고, Expires와 Max-Age가 없어 브라우저 세션과 함께 끝납니다. 로그아웃은 서버가 합니다. 할 수 있다면 이 방식을 쓰십시오.',
      script:
        '서버는 토큰만 돌려주고, 쿠키는 페이지가 ConsentGate.session.start(token)으로 씁니다. 스크립트가 읽을 수 있어 XSS에 약하므로, 서버가 쿠키를 내릴 수 없을 때에만 쓰십시오. 이 방식으로도 쿠키는 세션이 끝나면 사라집니다.',
    },
    noscript: '이 방식은 자바스크립트가 있어야 합니다.',
    blocked:
      '브라우저가 쿠키를 받지 않아 로그인할 수 없습니다. 이 사이트의 쿠키를 허용한 뒤 다시 시도해 주십시오.',
    failed: '로그인하지 못했습니다. 잠시 뒤 다시 시도해 주십시오.',
    apart: '로그인 쿠키는 분석 동의와 관계가 없습니다. 분석을 거부하셔도 로그인은 똑같이 됩니다.',
  },
  en: {
    title: 'Log in',
    lead: 'This is a demo without passwords. Any name will do.',
    name: 'Name',
    hint: 'One to forty characters',
    wrong: 'Please give a name of one to forty characters.',
    go: 'Log in',
    modes: 'Who writes the cookie',
    server: 'The server does',
    script: 'The page’s script does',
    recommended: 'recommended',
    about: {
      server:
        'The server sends sid with Set-Cookie. It is HttpOnly, so no script can read or delete it, and has neither Expires nor Max-Age, so it ends with the browser session. The server logs out. Choose this wherever you can.',
      script:
        'The server only hands out a token; the page writes the cookie with ConsentGate.session.start(token). Scripts can read it, so an XSS hole reaches it: use this only where no server can set the cookie. It still ends with the session.',
    },
    noscript: 'This way needs JavaScript.',
    blocked:
      'Your browser does not accept cookies, so we cannot log you in. Allow cookies for this site and try again.',
    failed: 'We could not log you in. Please try again in a moment.',
    apart: 'The log-in cookie has nothing to do with analytics. Refusing analytics changes nothing here.',
  },
}

export interface LoginView {
  readonly mode: SessionMode
  /** What stood in the way. */
  readonly wrong?: 'name' | 'cookies' | undefined
  /** The name that was sent. */
  readonly sent?: string
}

export function login(lang: Lang, { mode, wrong, sent = '' }: LoginView): Page {
  const text = TEXTS[lang]
  const here = localPath(lang, '/login')
  const tab = (to: SessionMode, href: string) =>
    html`<a href="${href}"${mode === to ? html` aria-current="true"` : ''}>${text[to]}${to === 'server' ? html` <span class="tag">${text.recommended}</span>` : ''}</a>`
  const isScript = mode === 'script'
  return {
    title: text.title,
    description: text.lead,
    ...(isScript && { scripts: ['scriptLogin.js'] }),
    body: html`<div class="read block">
  <h1>${text.title}</h1>
  <p class="lead">${text.lead}</p>
  <nav class="tabs" aria-label="${text.modes}">${tab('server', here)}${tab('script', `${here}?mode=script`)}</nav>
  <p>${text.about[mode]}</p>
  <form class="form" method="post" action="${isScript ? '/login/token' : here}"${
    isScript
      ? html` data-script-login data-next="${localPath(lang, '/me')}" data-blocked="${text.blocked}" data-failed="${text.failed}"`
      : ''
  }>
    <label for="name">${text.name}</label>
    <input id="name" name="name" required maxlength="40" autocomplete="nickname" value="${sent}" aria-describedby="name-hint${wrong ? ' name-wrong' : ''}"${wrong === 'name' ? html` aria-invalid="true"` : ''}>
    <p class="hint" id="name-hint">${text.hint}</p>
    <p class="wrong" id="name-wrong" role="alert">${wrong ? { name: text.wrong, cookies: text.blocked }[wrong] : ''}</p>
    <button class="button" type="submit">${text.go}</button>
    ${isScript ? html`<noscript><p class="wrong">${text.noscript}</p></noscript>` : ''}
  </form>
  <p class="note">${text.apart}</p>
</div>`,
  }
}
