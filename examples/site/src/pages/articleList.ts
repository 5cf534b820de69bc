import type { Article } from '../articles.js'
import { type Html, html } from '../html.js'
import { type Lang, localPath } from '../lang.js'
import { longDate } from '../longDate.js'

/** `heading` is the level below that of what the list stands under. */
export const articleList = (lang: Lang, articles: readonly Article[], heading: 'h2' | 'h3'): Html =>
  html`<ul class="articles">${articles.map(
    ({ slug, date, text }) => html`<li>
    <time datetime="${date}">${longDate(lang, date)}</time>
    <${heading}><a href="${localPath(lang, `/news/${slug}`)}">${text[lang].title}</a></${heading}>
    <p>${text[lang].summary}</p></li>`,
  )}</ul>`
