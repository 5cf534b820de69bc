import type { StoredReceipt } from '@consent-gate/receipt-store'
import { html } from '../html.js'
import type { Lang } from '../lang.js'
import type { Page } from './layout.js'

const TEXTS = {
  ko: {
    title: '동의 증빙',
    lead: '방문자의 선택마다 서버가 받아 둔 증빙입니다. 덧붙이기만 하고 고치지 않으며, 방침에 적은 3년이 지나면 운영자가 지웁니다. IP 주소와 브라우저 정보는 담지 않습니다.',
    demo: '이 데모에서는 누구나 볼 수 있습니다. 실제 사이트에서는 운영자에게만 보여 주십시오.',
    columns: ['번호', '때', '방침', '어디에서', '선택'],
    none: '아직 받은 증빙이 없습니다.',
    granted: '허용',
    denied: '거부',
  },
  en: {
    title: 'Consent receipts',
    lead: 'The proof of each visitor’s choice, as the server received it. Rows are only added, never changed; after the 3 years that the policy states, the operator deletes them. They hold no IP address and no browser details.',
    demo: 'In this demo everybody can see them. On a real site, show them to the operator only.',
    columns: ['No.', 'Time', 'Policy', 'Given in', 'Choices'],
    none: 'No receipt has arrived yet.',
    granted: 'granted',
    denied: 'denied',
  },
}

/** The receipts that arrived last, newest first. */
export function receipts(lang: Lang, rows: readonly StoredReceipt[]): Page {
  const text = TEXTS[lang]
  const choicesOf = ({ choices }: StoredReceipt) =>
    Object.entries(choices)
      .map(([id, status]) => `${id}: ${text[status]}`)
      .join(', ')
  return {
    title: text.title,
    description: text.lead,
    body: html`<div class="wide block">
  <h1>${text.title}</h1>
  <p class="lead">${text.lead}</p>
  <p class="note">${text.demo} <a href="/receipts.csv">CSV</a> · <a href="/receipts.json">JSON</a></p>
  ${
    rows.length
      ? html`<div class="scroll" role="region" aria-label="${text.title}" tabindex="0"><table>
    <thead><tr>${text.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${rows.map(
      (row) =>
        html`<tr><td>${row.seq}</td><td><time datetime="${row.time}">${row.time}</time></td><td>${row.policyVersion}</td><td>${row.source}</td><td>${choicesOf(row)}</td></tr>`,
    )}</tbody>
  </table></div>`
      : html`<p>${text.none}</p>`
  }
</div>`,
  }
}
