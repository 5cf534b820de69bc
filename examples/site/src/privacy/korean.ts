import { type Html, html } from '../html.js'
import { longDate } from '../longDate.js'
import type { PolicyVersion } from '../policyVersions.js'
import type { Edition } from './privacy.js'

const analytics = html`<section id="analytics" class="panel">
  <h3>Google Analytics</h3>
  <p>저희는 방문하시는 분들이 홈페이지를 어떻게 쓰시는지 헤아리고, 무엇을 찾으시는지 알아 더 낫게 고치려고 Google Analytics를 씁니다. <strong>동의하시기 전에는 불러오지 않으며,</strong> 답하지 않으셨거나 거부하신 동안에는 Google로 아무것도 보내지 않습니다. 홈페이지를 계속 쓰신다고 해서 동의하신 것으로 보지 않습니다.</p>
  <ul>
    <li>동의하시면 방문하시는 분의 컴퓨터에 <code>_ga</code>와 <code>_ga_</code>로 시작하는 쿠키를 저장합니다. 13개월이 지나면 끝나며, 브라우저가 더 일찍 지울 수 있습니다.</li>
    <li>이 쿠키로 모은 이용 기록(보신 페이지와 그 안에서 하신 일, 시각, 들어온 곳, 쿠키에 담긴 임의의 번호, 브라우저와 기기의 종류, 언어, 대략의 위치)은 미국에 있는 Google LLC의 서버로 옮겨져 저장됩니다. 동의하신 뒤 페이지를 보실 때마다 암호화된 연결로 옮기며, 14개월 동안 둡니다.</li>
    <li>Google은 법이 요구하거나 Google을 대신해 처리하는 곳이 있을 때 이 기록을 제3자에게 넘길 수 있습니다.</li>
    <li>이때 Google LLC는 여느 서버처럼 IP 주소를 받으며, 자신이 가진 다른 자료와 잇지 않습니다.</li>
    <li>아래 스위치를 끄시면 그 자리에서 보내기를 멈추고, 아직 보내지 않은 것은 버리며, 쿠키를 지웁니다. 지우지 못한 것이 있으면 이름을 알려 드립니다.</li>
    <li>동의하지 않으셔도 주문, 로그인을 비롯한 모든 서비스를 그대로 쓰실 수 있습니다.</li>
  </ul>
  <p>더 읽을 곳: <a href="https://policies.google.com/privacy?hl=ko" rel="noopener">Google 개인정보처리방침</a>, <a href="https://tools.google.com/dlpage/gaoptout?hl=ko" rel="noopener">모든 홈페이지에서 Google Analytics 거부하기</a></p>
  <consent-gate-disclosure service="google-analytics"></consent-gate-disclosure>
</section>`

const processors: Record<Edition, Html> = {
  first: html`<p>배송을 위해 택배사 ‘산들배송’에 받는 분의 이름, 주소, 전화번호를 맡깁니다. 배송이 끝나고 석 달이 지나면 지우게 합니다.</p>`,
  current: html`<div class="scroll" role="region" aria-label="수탁자" tabindex="0"><table>
    <thead><tr><th scope="col">수탁자</th><th scope="col">하는 일</th><th scope="col">항목</th><th scope="col">기간</th></tr></thead>
    <tbody>
      <tr><td>산들배송(대한민국)</td><td>배송</td><td>받는 분의 이름, 주소, 전화번호</td><td>배송을 마치고 3개월</td></tr>
      <tr><td>Google LLC(미국)</td><td>방문 통계(동의하신 분만)</td><td>이용 기록, 들어온 곳, 쿠키 식별자, IP 주소, 브라우저와 기기의 종류, 언어</td><td>14개월</td></tr>
    </tbody></table></div>
  <p>수탁자가 늘거나 바뀌면 이 방침을 고쳐 알려 드리고, 동의가 필요한 일이면 새로 여쭙습니다.</p>`,
}

export const korean = (edition: Edition, { effective, announced }: PolicyVersion): Html => html`
<p class="lead">이 방침은 ${longDate('ko', effective)}부터 시행합니다. ${longDate('ko', announced)}에 미리 알렸습니다.</p>
<p>해무다원(이하 ‘다원’)은 개인정보 보호법을 지킵니다. 방침을 바꿀 때에는 적어도 시행 7일 전에 무엇이 언제부터 바뀌는지 알려 드립니다.</p>

<h2>제1조 처리 목적</h2>
<p>다원은 차를 팔고 보내 드리는 일, 회원을 관리하는 일, 새 소식을 알리고 이용 통계를 내는 일에 개인정보를 씁니다. 통계를 위한 일은 꼭 필요한 일과 나누어 따로 여쭙습니다.</p>

<h2>제2조 수집하는 항목</h2>
<ul>
  <li>가입할 때: 이름, 전자우편 주소</li>
  <li>주문할 때: 받는 분의 이름, 주소, 전화번호, 결제 기록</li>
  <li>쓰시는 동안: 이용 기록, 접속 기록, 쿠키, IP 주소, 브라우저 언어</li>
</ul>

<h2>제3조 보유 기간</h2>
<ul>
  <li>계약과 결제에 관한 기록: 5년</li>
  <li>불만과 분쟁에 관한 기록: 3년</li>
  <li>로그인(방문) 기록: 3개월</li>
  ${edition === 'current' ? html`<li>쿠키에 대한 선택 증빙(선택하신 것과 시각, 방침 버전, 임의의 번호): 3년</li>` : ''}
</ul>

<h2>제4조 파기</h2>
<p>목적을 다한 개인정보는 바로, 되살릴 수 없게 없앱니다. 종이는 갈아서 없애고 파일은 복구할 수 없는 방법으로 지웁니다. 동의를 거두시면 보내기를 곧바로 멈추고 분석 쿠키를 지웁니다.</p>

<h2>제5조 제3자 제공</h2>
<p>다원은 동의를 받았거나 법이 정한 경우가 아니면 개인정보를 제3자에게 주지 않습니다.</p>

<h2>제6조 처리 위탁</h2>
${processors[edition]}

<h2>제7조 정보주체의 권리</h2>
<p>언제든 개인정보를 열람하고, 고치고, 지우고, 처리를 멈추도록 요구하실 수 있습니다. 대리인을 통하셔도 되고, 전자우편이나 글로 하셔도 됩니다. 이 브라우저에 저장된 동의 기록은 <a href="/privacy" data-consent-gate="preferences">쿠키 설정</a>에서 직접 보고, 내려받고, 지우실 수 있습니다.</p>

<h2>제8조 쿠키</h2>
<h3>꼭 필요한 쿠키</h3>
<ul>
  <li><code>sid</code>: 로그인하신 것을 확인하는 데에만 씁니다. PC에 남기지 않습니다. 로그아웃하시거나 브라우저를 닫으시면 지워지며, 30분 동안 쓰지 않으셔도 서버에서 끝냅니다.</li>
  ${edition === 'current' ? html`<li><code>consent_gate</code>: 쿠키에 대해 무엇이라고 답하셨는지 기억합니다. 180일 동안 둡니다. 다시 여쭙지 않으려는 것이며, 누구이신지는 담지 않습니다. 그동안의 선택은 이 브라우저의 저장소(<code>consent_gate.history</code>)에 3개월 동안 둡니다. 아직 보내지 못한 선택 증빙은 보낼 때까지(<code>consent_gate.outbox</code>, 최대 3개월), 마지막 활동 시각은 로그인하신 동안(<code>consent_gate.idle</code>) 같은 곳에 둡니다.</li>` : ''}
</ul>
<p>쿠키를 쓸지는 직접 정하실 수 있습니다. 브라우저 설정에서 모두 허용하거나, 저장할 때마다 확인하거나, 모두 거부하실 수 있습니다. 다만 모두 거부하시면 로그인이 필요한 서비스는 쓰시기 어렵습니다.</p>
${
  edition === 'current'
    ? html`<h3>동의하셔야 쓰는 쿠키</h3>
${analytics}
<h3>필름</h3>
<p>소식에 실린 필름은 ‘영상’에 동의하신 뒤에 불러옵니다. 맞추신 음량을 <code>film_volume</code>에 30일 동안 기억합니다.</p>
<consent-gate-toggle service="haemu-film"></consent-gate-toggle>`
    : html`<p>이 밖에 다른 쿠키는 쓰지 않으며, 방문 통계를 내지 않습니다.</p>`
}

<h2>제9조 안전성 확보 조치</h2>
<p>개인정보에 다가갈 수 있는 사람을 줄이고, 암호화해 보관하고, 접속 기록을 남깁니다. 홈페이지는 정해진 스크립트만 움직이도록 막아 두었고, 서버가 만든 로그인 쿠키는 스크립트가 읽을 수 없게 했습니다.</p>

<h2 id="officer">제10조 개인정보 보호책임자</h2>
<p>나루빛, 고객지원팀. <a href="mailto:privacy@haemu.example">privacy@haemu.example</a></p>

<h2>제11조 권익 침해 구제 방법</h2>
<p>개인정보침해신고센터(국번 없이 118), 개인정보분쟁조정위원회(1833-6972), 경찰청(국번 없이 182)에서 상담하실 수 있습니다.</p>

<h2>제12조 이전의 방침</h2>
<p>지난 방침도 언제든 읽으실 수 있습니다.</p>
${edition === 'current' ? html`<consent-gate-policies></consent-gate-policies>` : ''}
<p>${edition === 'current' ? html`<a href="/privacy/2025-03-02">2025년 3월 2일부터 시행한 방침</a>` : html`<a href="/privacy">지금 시행하는 방침</a>`}</p>`
