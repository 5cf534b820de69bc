import { ARTICLES } from '../articles.js'
import { html } from '../html.js'
import type { Lang } from '../lang.js'
import { articleList } from './articleList.js'
import type { Page } from './layout.js'

const TEXTS = {
  ko: { title: '다원 소식', lead: '밭과 작업장에서 있었던 일을 한 달에 한두 번 적습니다.' },
  en: {
    title: 'News from the garden',
    lead: 'What happened in the fields and the workshop, once or twice a month.',
  },
}

export function news(lang: Lang): Page {
  const { title, lead } = TEXTS[lang]
  return {
    title,
    description: lead,
    body: html`<div class="wide block"><h1>${title}</h1><p class="lead">${lead}</p>${articleList(lang, ARTICLES, 'h2')}</div>`,
  }
}
