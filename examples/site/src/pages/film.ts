import { type Html, html } from '../html.js'
import type { Lang } from '../lang.js'

const TEXTS = {
  ko: { title: '안개골의 아침', caption: '안개골의 아침, 11월' },
  en: { title: 'Morning in Angaegol', caption: 'Morning in Angaegol, November' },
}

/** Stands in for another company's player: a document of its own, with a cookie of its own. */
export const film = (lang: Lang): Html => html`<!doctype html>
<html lang="${lang}" class="film-page">
<head><meta charset="utf-8"><title>${TEXTS[lang].title}</title>
<link rel="icon" href="/assets/leaf.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/site.css"></head>
<body><img src="/assets/hills.svg" alt=""><div class="mist"></div><div class="mist late"></div>
<p>${TEXTS[lang].caption}</p></body></html>`
