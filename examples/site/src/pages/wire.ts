import { html, json } from '../html.js'
import { type Lang, localPath } from '../lang.js'
import type { Tag } from '../tag.js'
import type { Page } from './layout.js'

const TEXTS = {
  ko: {
    title: '브라우저를 떠난 것',
    lead: '있는 그대로 세 가지를 보여 드립니다. 분석 서버에 닿은 요청, 지금 이 브라우저의 쿠키, 그리고 저장된 동의 기록입니다.',
    steps: [
      ['답하기 전', '요청이 없습니다. _ga 쿠키도 없습니다.'],
      ['동의한 뒤', '태그를 불러오고, 첫 요청이 닿고, 쿠키가 생깁니다.'],
      ['거둔 뒤', '그 자리에서 조용해지고, 분석 쿠키가 지워집니다.'],
    ],
    accept: '동의합니다',
    withdraw: '동의를 거둡니다',
    event: '시험 이벤트 보내기',
    reset: '처음 온 것처럼',
    sent: 'gtag에 시험 이벤트를 넘겼습니다.',
    requests: '닿은 요청',
    double:
      '측정 ID를 정하지 않아 Google 대신 이 서버가 받습니다. 바깥으로 나가는 것은 없습니다. 이 서버에 닿은 모든 브라우저의 요청이 보입니다.',
    google:
      '진짜 Google 태그를 쓰고 있습니다. 요청은 Google로 바로 가므로, 이 페이지에서 시작된 것만 브라우저의 기록에서 옮겨 적습니다.',
    columns: ['때', '무엇', '동의 신호', '클라이언트 ID'],
    none: '아직 아무것도 나가지 않았습니다.',
    cookies: '쿠키',
    cookieColumns: ['이름', '값', '누가 읽을 수 있나'],
    noCookies: '쿠키가 없습니다.',
    record: '동의 기록',
    state: '지금 상태',
    offline: '서버와 연결이 끊겼습니다. 다시 잇는 중입니다.',
    page: {
      script: 'gtag.js를 불러옴',
      hit: '요청',
      signals: { G100: '모두 거부', G101: '분석만 허용', G110: '광고만 허용', G111: '모두 허용' },
      httpOnly: '서버만 (HttpOnly)',
      readable: '스크립트와 서버',
      hidden: '읽을 수 없음',
      noRecord: '저장된 답이 없습니다.',
      noGate: 'gate.js를 불러오지 못했습니다. 이럴 때는 모두 거부된 상태로 남습니다.',
      granted: '허용',
      denied: '거부',
      pending: '답하지 않음',
      rows: {
        reason: '이렇게 된 까닭',
        services: '서비스',
        policy: '방침 버전',
        rev: '몇 번째 답',
        time: '답한 때',
        source: '답한 곳',
        raw: '쿠키에 적힌 그대로',
      },
    },
  },
  en: {
    title: 'What left your browser',
    lead: 'Three things, as they are: the requests that reached the analytics server, the cookies in this browser, and the stored consent record.',
    steps: [
      ['Before an answer', 'No request. No _ga cookie.'],
      ['After a yes', 'The tag loads, the first hit arrives, the cookies appear.'],
      ['After a no', 'Silence, on the spot, and the analytics cookies are gone.'],
    ],
    accept: 'Agree',
    withdraw: 'Withdraw',
    event: 'Send a test event',
    reset: 'As if new here',
    sent: 'Handed a test event to gtag.',
    requests: 'Requests that arrived',
    double:
      'No measurement ID is set, so this server answers in Google’s place and nothing leaves it. You see requests from every browser that uses this server.',
    google:
      'This is Google’s own tag. Its requests go straight to Google, so the list shows those that started on this page, as the browser recorded them.',
    columns: ['Time', 'What', 'Consent signal', 'Client ID'],
    none: 'Nothing has left so far.',
    cookies: 'Cookies',
    cookieColumns: ['Name', 'Value', 'Who can read it'],
    noCookies: 'There are no cookies.',
    record: 'Consent record',
    state: 'State now',
    offline: 'The connection to the server is gone. Reconnecting.',
    page: {
      script: 'Loaded gtag.js',
      hit: 'Hit',
      signals: { G100: 'all denied', G101: 'analytics only', G110: 'ads only', G111: 'all granted' },
      httpOnly: 'The server only (HttpOnly)',
      readable: 'Scripts and the server',
      hidden: 'not readable',
      noRecord: 'No answer is stored.',
      noGate: 'gate.js did not load. Everything stays denied then.',
      granted: 'granted',
      denied: 'denied',
      pending: 'not answered',
      rows: {
        reason: 'Why',
        services: 'Services',
        policy: 'Policy version',
        rev: 'Answer number',
        time: 'Answered',
        source: 'Given in',
        raw: 'As the cookie has it',
      },
    },
  },
}

/** Words that the page's script writes. */
export type WireTexts = (typeof TEXTS)['ko']['page']

export function wire(lang: Lang, tag: Tag): Page {
  const text = TEXTS[lang]
  const heads = (names: readonly string[]) => names.map((name) => html`<th scope="col">${name}</th>`)
  return {
    title: text.title,
    description: text.lead,
    scripts: ['wire.js'],
    body: html`<div class="wide block lead-in">
  <h1>${text.title}</h1>
  <p class="lead">${text.lead}</p>
  <ol class="steps">${text.steps.map(([when, what]) => html`<li><h2>${when}</h2><p>${what}</p></li>`)}</ol>
  <div class="actions">
    <button class="button" type="button" data-consent-gate="accept">${text.accept}</button>
    <button class="button" type="button" data-consent-gate="withdraw">${text.withdraw}</button>
    <button class="button quiet" type="button" id="send-event">${text.event}</button>
    <button class="button quiet" type="button" id="start-over">${text.reset}</button>
  </div>
  <p class="note" role="status" id="wire-status" data-sent="${text.sent}" data-offline="${text.offline}"></p>
</div>
<div class="wide wire" data-tag="${tag.kind}" data-lang="${lang}">
  <section class="card">
    <h2 id="requests">${text.requests} <span class="count" id="request-count">0</span></h2>
    <p>${text[tag.kind]}</p>
    <div class="scroll tall" role="region" aria-labelledby="requests" tabindex="0"><table>
      <thead><tr>${heads(text.columns)}</tr></thead><tbody id="request-rows"></tbody>
    </table></div>
    <p class="empty" id="no-requests">${text.none}</p>
  </section>
  <section class="card">
    <h2 id="cookies">${text.cookies}</h2>
    <div class="scroll" role="region" aria-labelledby="cookies" tabindex="0"><table>
      <thead><tr>${heads(text.cookieColumns)}</tr></thead><tbody id="cookie-rows"></tbody>
    </table></div>
    <p class="empty" id="no-cookies">${text.noCookies}</p>
  </section>
  <section class="card" aria-labelledby="record">
    <h2 id="record">${text.record}</h2>
    <h3>${text.state}</h3>
    <ul class="pills" id="state"></ul>
    <dl class="facts" id="record-facts"></dl>
  </section>
  <p class="note"><a href="${localPath(lang, '/privacy#analytics')}" data-consent-gate="preferences">${lang === 'ko' ? '쿠키 설정 열기' : 'Open the cookie settings'}</a></p>
</div>
<script type="application/json" id="wire-texts">${json(text.page)}</script>`,
  }
}
