import { type Html, html } from '../html.js'
import { longDate } from '../longDate.js'
import type { PolicyVersion } from '../policyVersions.js'
import type { Edition } from './privacy.js'

const analytics = html`<section id="analytics" class="panel">
  <h3>Google Analytics</h3>
  <p>We use Google Analytics to understand how visitors use this site, see what they look for and improve it. <strong>It is not loaded until you agree.</strong> While you have not answered, or have refused, nothing is sent to Google. Using the site is not taken for a yes.</p>
  <ul>
    <li>If you agree, cookies named <code>_ga</code> and beginning with <code>_ga_</code> are stored on your computer. They end after 13 months; your browser may delete them earlier.</li>
    <li>What they collect (pages and what you do there, times, where you came from, the random number in the cookie, type of browser and device, language, approximate place) is transferred to and stored on servers of Google LLC in the United States, over an encrypted connection each time you view a page after agreeing, and kept for 14 months.</li>
    <li>Google may pass it to third parties where the law requires it, or where they process it on Google’s behalf.</li>
    <li>Google LLC sees your IP address with it, as every server does, and does not link it with other data it holds.</li>
    <li>Turn the switch below off and sending stops on the spot, whatever was still waiting is dropped, and the cookies are deleted. What could not be deleted is named to you.</li>
    <li>If you do not agree, orders, log-in and everything else work as before.</li>
  </ul>
  <p>Further reading: <a href="https://policies.google.com/privacy?hl=en" rel="noopener">Google’s privacy policy</a>, <a href="https://tools.google.com/dlpage/gaoptout?hl=en" rel="noopener">refuse Google Analytics on every site</a></p>
  <consent-gate-disclosure service="google-analytics"></consent-gate-disclosure>
</section>`

const processors: Record<Edition, Html> = {
  first: html`<p>Sandeul Parcel delivers for us. It receives the recipient’s name, address and telephone number, and deletes them three months after delivery.</p>`,
  current: html`<div class="scroll" role="region" aria-label="Processors" tabindex="0"><table>
    <thead><tr><th scope="col">Processor</th><th scope="col">Purpose</th><th scope="col">Items</th><th scope="col">Kept</th></tr></thead>
    <tbody>
      <tr><td>Sandeul Parcel (Republic of Korea)</td><td>Delivery</td><td>Recipient’s name, address, telephone number</td><td>3 months after delivery</td></tr>
      <tr><td>Google LLC (United States)</td><td>Visitor statistics, only of those who agree</td><td>Use of the site, where you came from, cookie identifiers, IP address, type of browser and device, language</td><td>14 months</td></tr>
    </tbody></table></div>
  <p>When a processor is added or changes, we revise this policy and say so; where it needs your consent, we ask again.</p>`,
}

export const english = (edition: Edition, { effective, announced }: PolicyVersion): Html => html`
<p class="lead">In force from ${longDate('en', effective)}, announced on ${longDate('en', announced)}.</p>
<p>Haemu Tea (“we”) follows the Personal Information Protection Act of Korea. When this policy changes, we announce what changes, and from when, at least seven days before it takes effect.</p>

<h2>1. Purposes</h2>
<p>We use personal data to sell and deliver tea, to manage membership, to tell you our news and to measure use of the site. Statistics are kept apart from what is necessary, and asked for separately.</p>

<h2>2. What we collect</h2>
<ul>
  <li>When you join: name, e-mail address</li>
  <li>When you order: recipient’s name, address, telephone number, payment records</li>
  <li>In use: records of use, access logs, cookies, IP address, browser language</li>
</ul>

<h2>3. How long we keep it</h2>
<ul>
  <li>Contract and payment records: 5 years</li>
  <li>Complaints and disputes: 3 years</li>
  <li>Log-in (visit) records: 3 months</li>
  ${edition === 'current' ? html`<li>Proofs of your choices about cookies (what you chose and when, the version of the policy, a random number): 3 years</li>` : ''}
</ul>

<h2>4. How it is destroyed</h2>
<p>Data that has served its purpose is destroyed without delay and beyond recovery: paper is shredded, files are erased. When you withdraw consent, sending stops at once and the analytics cookies are deleted.</p>

<h2>5. Third parties</h2>
<p>We give personal data to third parties only with your consent or where the law requires it.</p>

<h2>6. Processors</h2>
${processors[edition]}

<h2>7. Your rights</h2>
<p>You may view, correct and erase your data, and have its processing stopped, at any time: yourself or through an agent, by e-mail or in writing. What this browser keeps about your consent you can view, download and erase yourself in the <a href="/en/privacy" data-consent-gate="preferences">cookie settings</a>.</p>

<h2>8. Cookies</h2>
<h3>Necessary</h3>
<ul>
  <li><code>sid</code>: used only to recognise that you are logged in. It is not kept on your computer: it goes when you log out or close the browser, and the server ends it after 30 minutes without use.</li>
  ${edition === 'current' ? html`<li><code>consent_gate</code>: remembers how you answered about cookies, for 180 days, so that we need not ask again. It does not say who you are. Your choices so far stay in this browser’s storage (<code>consent_gate.history</code>) for 3 months. Proof of a choice waits there until it is sent (<code>consent_gate.outbox</code>, up to 3 months), and while you are logged in, so does the time of your last activity (<code>consent_gate.idle</code>).</li>` : ''}
</ul>
<p>You decide whether cookies are used. Your browser can allow all of them, ask each time, or refuse all. If all are refused, services that need log-in are limited.</p>
${
  edition === 'current'
    ? html`<h3>Only with your consent</h3>
${analytics}
<h3>Films</h3>
<p>Films in our news are loaded after you agree to “Films”. The volume you set is remembered in <code>film_volume</code> for 30 days.</p>
<consent-gate-toggle service="haemu-film"></consent-gate-toggle>`
    : html`<p>We use no other cookies and keep no visitor statistics.</p>`
}

<h2>9. Security</h2>
<p>Few people have access, data is encrypted, and access is logged. This site runs only scripts that we named, and no script can read a log-in cookie that our server sets.</p>

<h2 id="officer">10. Privacy officer</h2>
<p>Naru Bit, customer care. <a href="mailto:privacy@haemu.example">privacy@haemu.example</a></p>

<h2>11. Where to get help</h2>
<p>In Korea: the Personal Information Infringement Report Center (118), the Personal Information Dispute Mediation Committee (1833-6972) and the National Police Agency (182).</p>

<h2>12. Earlier versions</h2>
<p>Earlier versions stay readable.</p>
${edition === 'current' ? html`<consent-gate-policies></consent-gate-policies>` : ''}
<p>${edition === 'current' ? html`<a href="/en/privacy/2025-03-02">The version in force from 2 March 2025</a>` : html`<a href="/en/privacy">The version in force now</a>`}</p>`
