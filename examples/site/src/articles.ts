import type { Lang } from './lang.js'

interface ArticleText {
  readonly title: string
  readonly summary: string
  readonly paragraphs: readonly string[]
}

export interface Article {
  readonly slug: string
  readonly date: string
  /** Carries the gated film. */
  readonly film?: true
  readonly text: Readonly<Record<Lang, ArticleText>>
}

/** Newest first. */
export const ARTICLES: readonly Article[] = [
  {
    slug: 'first-frost',
    date: '2026-11-12',
    film: true,
    text: {
      ko: {
        title: '첫서리 내린 아침, 차밭에 짚을 덮었습니다',
        summary: '올해는 예년보다 닷새 이르게 서리가 왔습니다. 겨울을 나는 차나무 곁의 하루를 전합니다.',
        paragraphs: [
          '11월 9일 새벽, 안개골 아래쪽 밭에 첫서리가 내렸습니다. 예년보다 닷새 이릅니다. 차나무는 추위에 강한 편이지만, 뿌리가 얕은 세 해 미만의 어린 나무는 땅이 얼었다 녹기를 되풀이할 때 쉽게 들뜹니다.',
          '그래서 다원 식구 열두 명이 사흘에 걸쳐 볏짚 340단을 골 사이에 깔았습니다. 짚은 봄까지 땅의 온기를 붙들고, 썩으면서 거름이 됩니다. 비닐을 쓰지 않는 것은 저희가 다원을 연 첫해부터 지켜 온 일입니다.',
          '짧은 필름에 그날 아침의 안개를 담았습니다. 내년 4월, 이 골에서 딴 우전을 가장 먼저 보여 드리겠습니다.',
        ],
      },
      en: {
        title: 'First frost, and straw over the tea rows',
        summary:
          'Frost came five days early this year. A day beside the tea bushes as they settle in for winter.',
        paragraphs: [
          'On the morning of 9 November the lower field in Angaegol turned white, five days earlier than usual. Tea bushes stand the cold well, but young ones, up to their third year, have shallow roots that lift when the soil freezes and thaws.',
          'So the twelve of us spent three days laying 340 bales of rice straw between the rows. Straw holds the warmth of the ground until spring and then feeds it. We have never used plastic sheeting, and do not mean to start.',
          'A short film shows the mist of that morning. Next April, the first picking from this field will be here before anywhere else.',
        ],
      },
    },
  },
  {
    slug: 'small-parcel',
    date: '2026-10-05',
    text: {
      ko: {
        title: '30g 작은 봉투를 새로 내놓습니다',
        summary: '처음 마시는 차를 부담 없이 고르실 수 있도록, 모든 잎차에 작은 봉투를 마련했습니다.',
        paragraphs: [
          '"100g은 다 마시기 전에 향이 날아갑니다." 지난 한 해 가장 자주 들은 말입니다. 혼자 드시는 분께 100g은 두 달 치가 넘습니다.',
          '10월부터 우전, 세작, 발효차를 모두 30g 봉투로도 보내 드립니다. 봉투는 종이와 옥수수 전분 막으로만 만들어, 헹군 뒤 종이로 분리배출하실 수 있습니다.',
        ],
      },
      en: {
        title: 'A smaller bag: 30 g of every leaf tea',
        summary: 'So that trying a new tea takes no commitment, every leaf tea now comes in a small bag.',
        paragraphs: [
          '“The scent is gone before I finish 100 g.” We heard it more than anything else last year. For one person, 100 g lasts over two months.',
          'From October, the first picking, the second picking and the oxidised tea all come in 30 g as well. The bag is paper with a corn-starch film: rinse it, and it goes out with the paper.',
        ],
      },
    },
  },
  {
    slug: 'policy-october',
    date: '2026-09-18',
    text: {
      ko: {
        title: '개인정보처리방침이 10월 1일부터 바뀝니다',
        summary: '방문 통계는 동의하신 분의 것만 냅니다. 동의하지 않으셔도 달라지는 것은 없습니다.',
        paragraphs: [
          '10월 1일부터 이 홈페이지의 방문 통계에 Google Analytics를 씁니다. 다만 먼저 여쭙고, 동의하신 분의 브라우저에서만 불러옵니다. 답하지 않으셨거나 거부하신 동안에는 Google로 나가는 요청이 하나도 없습니다.',
          '동의는 언제든 거두실 수 있습니다. 모든 페이지 아래의 ‘쿠키 설정’에서, 또는 개인정보처리방침 안의 스위치에서 끄시면 그 자리에서 멈추고 분석 쿠키가 지워집니다. 주문과 로그인은 어느 쪽을 고르셔도 똑같이 됩니다.',
        ],
      },
      en: {
        title: 'Our privacy policy changes on 1 October',
        summary: 'We count visits only of those who agree. Saying no changes nothing else.',
        paragraphs: [
          'From 1 October we use Google Analytics to count visits. We ask first, and load it only in the browsers of those who agree. While you have not answered, or have refused, not one request goes to Google.',
          'You can take your consent back at any time, under “Cookie settings” at the foot of every page or with the switch in the privacy policy. It stops at once and the analytics cookies are deleted. Orders and log-in work the same either way.',
        ],
      },
    },
  },
  {
    slug: 'summer-drying',
    date: '2026-07-21',
    text: {
      ko: {
        title: '긴 장마 끝에, 발효차를 두 번 말렸습니다',
        summary: '습도 90%의 3주. 향을 지키려고 건조를 나누어 했습니다.',
        paragraphs: [
          '올여름 장마는 24일 동안 이어졌습니다. 덖음솥 곁의 습도계가 90% 아래로 내려온 날은 사흘뿐이었습니다.',
          '한 번에 높은 온도로 말리면 빨리 끝나지만 꽃 향이 달아납니다. 저희는 55도에서 네 시간, 하루를 쉬고 다시 세 시간을 말렸습니다. 올해 발효차는 조금 더 부드럽고, 끝에 살구 향이 납니다.',
        ],
      },
      en: {
        title: 'After the long rains, we dried the oxidised tea twice',
        summary: 'Three weeks at 90 % humidity, and what it took to keep the scent.',
        paragraphs: [
          'The monsoon lasted 24 days this summer. The hygrometer by the roasting pan fell below 90 % on three of them.',
          'Drying once, and hot, is quick but drives off the floral notes. We dried for four hours at 55 °C, rested the leaf for a day, and dried it again for three. This year’s tea is a little softer, with apricot at the end.',
        ],
      },
    },
  },
]
