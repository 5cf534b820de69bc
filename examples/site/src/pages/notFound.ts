import { html } from '../html.js'
import { type Lang, localPath } from '../lang.js'
import type { Page } from './layout.js'

const TEXTS = {
  ko: { title: '없는 페이지입니다', lead: '주소가 바뀌었거나 처음부터 없던 페이지입니다.', back: '처음으로' },
  en: {
    title: 'There is no such page',
    lead: 'It has moved, or it was never here.',
    back: 'Back to the start',
  },
}

export function notFound(lang: Lang): Page {
  const { title, lead, back } = TEXTS[lang]
  return {
    title,
    description: lead,
    body: html`<div class="read block"><h1>${title}</h1><p class="lead">${lead}</p>
<p><a class="button" href="${localPath(lang, '/')}">${back}</a></p></div>`,
  }
}
