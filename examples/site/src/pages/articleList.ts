import type { Article } from '../articles.js'
import { type Html, html } from '../html.js'
import { type Lang, localPath } from '../lang.js'
import { longDate } from '../longDate.js'

export const articleList = (lang: Lang, articles: readonly Article[]): Html =>
  html`<ul class="articles">${articles.map(
    ({ slug, date, text }) => html`<li>
    <time datetime="${date}">${longDate(lang, date)}</time>
    <h3><a href="${localPath(lang, `/news/${slug}`)}">${text[lang].title}</a></h3>
    <p>${text[lang].summary}</p></li>`,
  )}</ul>`
