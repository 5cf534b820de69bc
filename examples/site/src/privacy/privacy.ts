import { html } from '../html.js'
import type { Lang } from '../lang.js'
import type { Page } from '../pages/layout.js'
import { CURRENT_POLICY, FIRST_POLICY } from '../policyVersions.js'
import { english } from './english.js'
import { korean } from './korean.js'

/** The document in force, or the one before it, which knew no analytics. */
export type Edition = 'current' | 'first'

const TEXTS = {
  ko: {
    title: '개인정보처리방침',
    first: '이전 방침',
    description: '해무다원이 개인정보를 어떻게 다루는지, 무엇을 직접 고르실 수 있는지 적었습니다.',
  },
  en: {
    title: 'Privacy policy',
    first: 'An earlier version',
    description: 'How Haemu Tea handles personal data, and what you decide yourself.',
  },
}

const ARTICLES = { ko: korean, en: english }

export function privacy(lang: Lang, edition: Edition): Page {
  const { title, first, description } = TEXTS[lang]
  const version = edition === 'current' ? CURRENT_POLICY : FIRST_POLICY
  return {
    title: edition === 'current' ? title : `${title} (${version.version})`,
    description,
    body: html`<article class="read block policy">
  ${edition === 'first' ? html`<p class="eyebrow">${first}</p>` : ''}
  <h1>${title}</h1>
  ${ARTICLES[lang](edition, version)}
</article>`,
  }
}
