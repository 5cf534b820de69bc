import { ARTICLES } from '../articles.js'
import { html } from '../html.js'
import { type Lang, localPath } from '../lang.js'
import { articleList } from './articleList.js'
import type { Page } from './layout.js'

const TEXTS = {
  ko: {
    title: '해무다원: 안개 속에서 자란 차',
    description: '지리산 남쪽 비탈에서 유기농으로 기른 찻잎을 손으로 덖어 보내 드립니다.',
    eyebrow: '지리산 남쪽 비탈, 안개골',
    heading: '안개가 걷히기 전에 딴 잎',
    lead: '볕이 잎에 닿기 전 두 시간, 찻잎은 가장 부드럽습니다. 그 시간에만 따서 그날 안에 덖고, 이름을 적어 보내 드립니다.',
    news: '다원 소식',
    wire: '이 사이트에서 나간 것 보기',
    teas: '세 가지 차',
    list: [
      ['우전', '4월 중순, 곡우 전', '어린 싹만 골라 낮은 온도로 덖습니다. 밤과 햇김 같은 첫 향이 납니다.'],
      ['세작', '4월 하순부터 5월 초', '매일 드시기 좋은 차입니다. 뜨거운 물에도 떫지 않게 두 번 비빕니다.'],
      ['발효차', '6월', '그늘에서 하룻밤 시들려 천천히 말립니다. 살구와 꿀이 남는 붉은 차입니다.'],
    ],
    way: '찻잎이 오는 길',
    steps: [
      ['땁니다', '해 뜨기 전부터 여덟 시까지, 손으로 땁니다.'],
      ['덖습니다', '딴 날을 넘기지 않고 무쇠솥에서 아홉 번 덖습니다.'],
      ['쉽니다', '옹기에서 스무 날을 쉬게 해 불 냄새를 뺍니다.'],
      ['보냅니다', '주문을 받은 뒤에 나누어 담고, 덖은 이의 이름을 적습니다.'],
    ],
    latest: '새 소식',
    all: '소식 모두 보기',
    promise: '방문을 세는 일도, 여쭙고 나서',
    promiseText:
      '동의하시기 전에는 이 브라우저에서 분석 요청이 하나도 나가지 않습니다. 거부하시면 그 자리에서 멈추고 쿠키까지 지워집니다. 말로만 믿지 마시고, 직접 보십시오.',
  },
  en: {
    title: 'Haemu Tea: grown in the mist',
    description: 'Organic tea from the southern slopes of Jirisan, roasted by hand.',
    eyebrow: 'Angaegol, the southern slopes of Jirisan',
    heading: 'Picked before the mist lifts',
    lead: 'For two hours before the sun reaches it, a tea leaf is at its softest. We pick only then, roast on the same day, and write a name on every bag.',
    news: 'News from the garden',
    wire: 'See what this site sends',
    teas: 'Three teas',
    list: [
      [
        'Ujeon',
        'Mid-April, before the spring rain',
        'Buds only, roasted low. The first scent is chestnut and fresh laver.',
      ],
      [
        'Sejak',
        'Late April to early May',
        'A tea for every day, rolled twice so that hot water does not make it bitter.',
      ],
      [
        'Oxidised',
        'June',
        'Withered overnight in the shade and dried slowly. A red tea that ends in apricot and honey.',
      ],
    ],
    way: 'How the leaf gets to you',
    steps: [
      ['Picked', 'By hand, from before sunrise until eight.'],
      ['Roasted', 'Nine times in an iron pan, never a day late.'],
      ['Rested', 'Twenty days in clay jars, until the smoke has gone.'],
      ['Sent', 'Packed after you order, with the roaster’s name on it.'],
    ],
    latest: 'Latest news',
    all: 'All news',
    promise: 'Even counting visits: we ask first',
    promiseText:
      'Before you agree, not one analytics request leaves this browser. When you refuse, it stops on the spot and its cookies go too. Do not take our word for it: watch.',
  },
}

export function home(lang: Lang): Page {
  const text = TEXTS[lang]
  return {
    title: text.title,
    description: text.description,
    body: html`<section class="hero"><div class="wide">
  <div class="hero-words">
    <p class="eyebrow">${text.eyebrow}</p>
    <h1>${text.heading}</h1>
    <p class="lead">${text.lead}</p>
    <p class="actions"><a class="button" href="${localPath(lang, '/news')}">${text.news}</a>
    <a class="button quiet" href="${localPath(lang, '/wire')}">${text.wire}</a></p>
  </div>
  <img class="hero-art" src="/assets/hills.svg" alt="" width="720" height="540">
</div></section>
<section class="wide block">
  <h2>${text.teas}</h2>
  <ul class="cards">${text.list.map(
    ([name, when, what], index) => html`<li class="card tea tea-${index + 1}">
    <h3>${name}</h3><p class="when">${when}</p><p>${what}</p></li>`,
  )}</ul>
</section>
<section class="wide block">
  <h2>${text.way}</h2>
  <ol class="steps">${text.steps.map(([name, what]) => html`<li><h3>${name}</h3><p>${what}</p></li>`)}</ol>
</section>
<section class="wide block">
  <h2>${text.latest}</h2>
  ${articleList(lang, ARTICLES.slice(0, 2), 'h3')}
  <p><a href="${localPath(lang, '/news')}">${text.all}</a></p>
</section>
<section class="wide block"><div class="panel">
  <h2>${text.promise}</h2><p>${text.promiseText}</p>
  <p><a class="button" href="${localPath(lang, '/wire')}">${text.wire}</a></p>
</div></section>`,
  }
}
