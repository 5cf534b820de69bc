import type { Article } from '../articles.js'
import { html } from '../html.js'
import { type Lang, localPath } from '../lang.js'
import { longDate } from '../longDate.js'
import type { Page } from './layout.js'

const TEXTS = {
  ko: {
    back: '소식 목록',
    film: '안개골의 아침, 20초',
    filmNote: '필름은 ‘영상’에 동의하신 뒤에 불러옵니다.',
    quiet: '이 글을 읽으신 것은 세지 않고 있습니다.',
    counted: '분석에 동의하셔서, 이 글을 읽으신 것을 한 번 셌습니다.',
  },
  en: {
    back: 'All news',
    film: 'Morning in Angaegol, 20 seconds',
    filmNote: 'The film is loaded once you have agreed to “Films”.',
    quiet: 'Your reading of this article is not being counted.',
    counted: 'You agreed to analytics, so your reading of this article was counted, once.',
  },
}

/** Two pieces of gated markup: a frame that waits for `media`, and a script that waits for `analytics`. */
export function article(lang: Lang, { date, film, text }: Article, nonce: string): Page {
  const own = text[lang]
  const words = TEXTS[lang]
  const [first, ...rest] = own.paragraphs
  return {
    title: own.title,
    description: own.summary,
    body: html`<article class="read block">
  <p><a href="${localPath(lang, '/news')}">← ${words.back}</a></p>
  <h1>${own.title}</h1>
  <p class="when"><time datetime="${date}">${longDate(lang, date)}</time></p>
  <p>${first}</p>
  ${
    film
      ? html`<figure class="film">
    <iframe data-category="media" data-service="haemu-film" data-src="${localPath(lang, '/film')}" title="${words.film}" width="640" height="360"></iframe>
    <figcaption>${words.film}. ${words.filmNote}</figcaption>
  </figure>`
      : ''
  }
  ${rest.map((paragraph) => html`<p>${paragraph}</p>`)}
  <p class="note" id="reading" data-counted="${words.counted}">${words.quiet}</p>
  <script type="text/plain" data-category="analytics" data-type="module" src="/assets/readArticle.js" nonce="${nonce}"></script>
</article>`,
  }
}
