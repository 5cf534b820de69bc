import { html } from '../html.js'
import { type Lang, localPath } from '../lang.js'
import type { SiteSession } from '../sessions.js'
import type { Page } from './layout.js'

const TEXTS = {
  ko: {
    title: '내 정보',
    hello: (name: string) => `${name}님, 어서 오십시오`,
    lead: '분석에 동의하셨든 거부하셨든 이 페이지는 똑같이 쓰실 수 있습니다.',
    orders: '주문 내역',
    columns: ['주문일', '차', '상태'],
    rows: [
      ['2026. 11. 18.', '세작 30g 두 봉투', '덖은 이 이름을 적고 있습니다'],
      ['2026. 10. 6.', '발효차 100g', '받으셨습니다'],
      ['2026. 4. 24.', '우전 30g', '받으셨습니다'],
    ],
    session: '이 로그인에 대하여',
    mode: '쿠키를 만든 곳',
    modes: { server: '서버(HttpOnly)', script: '페이지 스크립트' },
    since: '로그인한 때',
    idle: '쓰지 않을 때',
    idleText: (minutes: number) => `${minutes}분 동안 쓰지 않으시면 서버에서 끝냅니다`,
    end: '쿠키가 끝나는 때',
    endText: '로그아웃하실 때, 또는 브라우저를 닫으실 때',
    logout: '로그아웃',
    preferences: '쿠키 설정',
  },
  en: {
    title: 'My page',
    hello: (name: string) => `Welcome, ${name}`,
    lead: 'This page works the same whether you agreed to analytics or refused it.',
    orders: 'Orders',
    columns: ['Date', 'Tea', 'Status'],
    rows: [
      ['18 Nov 2026', 'Sejak, two bags of 30 g', 'The roaster is signing the label'],
      ['6 Oct 2026', 'Oxidised, 100 g', 'Delivered'],
      ['24 Apr 2026', 'Ujeon, 30 g', 'Delivered'],
    ],
    session: 'About this log-in',
    mode: 'Cookie written by',
    modes: { server: 'The server (HttpOnly)', script: 'The page’s script' },
    since: 'Logged in',
    idle: 'Idle limit',
    idleText: (minutes: number) => `Ended on the server after ${minutes} minutes without use`,
    end: 'The cookie ends',
    endText: 'When you log out, or when the browser is closed',
    logout: 'Log out',
    preferences: 'Cookie settings',
  },
}

export function me(lang: Lang, session: SiteSession, idleMinutes: number): Page {
  const text = TEXTS[lang]
  const since = new Intl.DateTimeFormat(lang === 'ko' ? 'ko-KR' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23', // Node's own words for Korean mornings are English.
    timeZone: 'Asia/Seoul',
  }).format(session.started)
  return {
    title: text.title,
    description: text.lead,
    ...(session.mode === 'script' && { scripts: ['scriptLogout.js'] }),
    body: html`<div class="read block">
  <h1>${text.hello(session.user)}</h1>
  <p class="lead">${text.lead}</p>
  <h2>${text.orders}</h2>
  <div class="scroll" role="region" aria-label="${text.orders}" tabindex="0"><table>
    <thead><tr>${text.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${text.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>
  <h2>${text.session}</h2>
  <dl class="facts">
    <dt>${text.mode}</dt><dd data-session-mode="${session.mode}">${text.modes[session.mode]}</dd>
    <dt>${text.since}</dt><dd>${since}</dd>
    <dt>${text.idle}</dt><dd>${text.idleText(idleMinutes)}</dd>
    <dt>${text.end}</dt><dd>${text.endText}</dd>
  </dl>
  <div class="actions">
    <form method="post" action="/logout"${session.mode === 'script' ? html` data-script-logout` : ''}>
      <input type="hidden" name="next" value="${lang}"><button class="button" type="submit">${text.logout}</button>
    </form>
    <a class="button quiet" href="${localPath(lang, '/privacy')}" data-consent-gate="preferences">${text.preferences}</a>
  </div>
</div>`,
  }
}
