import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { LANGUAGES, openState } from './openStates.js'
import { NOW, SITE, WAY_BACK } from './sitePage.js'
import { DIALOG, type State, states } from './states.js'

const named = (name: string): State => {
  const found = states.find((one) => one.name === name)
  if (!found) throw new Error(`No state ${name}`)
  return found
}

test('P13 Arabic runs from right to left, Korean and English from left to right', async () => {
  const x = async (page: Page, selector: string) =>
    (await page.locator(selector).first().boundingBox())?.x ?? 0
  const one = await openState(named('notice'))
  const two = await openState(named('preferences-services'))
  for (const lang of LANGUAGES) {
    await one.show(lang)
    const [accept, reject] = [
      await x(one.page, '[data-role=accept]'),
      await x(one.page, '[data-role=reject]'),
    ]
    expect(accept > reject, lang).toBe(lang === 'ar')
    await two.show(lang)
    const [title, close] = [await x(two.page, 'dialog h2'), await x(two.page, 'dialog [data-role=close]')]
    expect(close < title, lang).toBe(lang === 'ar')
    const thumb = await two.page
      .locator('dialog [role=switch] > span')
      .first()
      .evaluate((track) => getComputedStyle(track).direction)
    expect(thumb).toBe(lang === 'ar' ? 'rtl' : 'ltr')
  }
})

test.each([
  ['ar', 'rtl'],
  ['ko', 'ltr'],
  ['en', 'ltr'],
] as const)(
  "P13 the browsers' pages follow one another as the interface in %s runs: %s",
  async (lang, way) => {
    const { show } = await openState(named('refusal'))
    const piece = await show(lang)
    const ways = await piece.locator('a').evaluateAll((links) => {
      const boxes = links.map((link) => link.getClientRects()[0] as DOMRect)
      return boxes.slice(1).flatMap((box, n) => {
        const before = boxes[n] as DOMRect
        return Math.abs(box.top - before.top) > 4 ? [] : box.left > before.left ? 'ltr' : 'rtl'
      })
    })
    expect(ways.length).toBeGreaterThan(3)
    expect([...new Set(ways)]).toEqual([way])
  },
)

/** Everything that a site can word itself, each ending in a sign that has no direction of its own. */
const ENGLISH = {
  label: 'Films (beta)!',
  text: 'Films of other sites.',
  name: 'Video House!',
  purpose: 'Plays films (if asked).',
  recipient: 'Video House Inc.',
  country: 'Korea (South).',
  items: 'Address, films played.',
  retention: 'One year (at most).',
  cookiePurpose: 'Remembers where you were.',
  cookieRetention: 'A year.',
  summary: 'First version.',
  coming: 'We keep less!',
}

const ARABIC: typeof ENGLISH = {
  label: 'أفلام (تجربة)!',
  text: 'أفلام من مواقع أخرى.',
  name: 'بيت الفيديو!',
  purpose: 'عرض الأفلام (عند الطلب).',
  recipient: 'شركة بيت الفيديو.',
  country: 'كوريا (الجنوبية).',
  items: 'العنوان، ما شوهد.',
  retention: 'سنة (كحد أقصى).',
  cookiePurpose: 'يتذكر أين توقفت.',
  cookieRetention: 'سنة واحدة.',
  summary: 'الإصدار الأول.',
  coming: 'نحفظ أقل!',
}

/** One page on which every text of the site is shown, inside our sentences and alone. */
const wordy = (words: typeof ENGLISH): State => ({
  name: 'wordy',
  piece: DIALOG,
  answer: 'google-analytics0.videos0',
  config: {
    policies: [
      { ...SITE.policies[0], summary: words.summary },
      {
        version: '2026-12',
        announced: new Date(NOW - 864e5).toISOString(),
        effective: new Date(NOW + 10 * 864e5).toISOString(),
        summary: words.coming,
      },
    ],
    categories: { analytics: {}, media: { label: words.label, text: words.text } },
    services: [
      {
        ...words,
        id: 'videos',
        category: 'media',
        policyUrl: '/videos',
        cookies: [{ name: 'vid_*', purpose: words.cookiePurpose, retention: words.cookieRetention }],
      },
    ],
    ui: { contact: { email: '7@example.test' } },
  },
  body: `${WAY_BACK}<consent-gate-toggle service="videos"></consent-gate-toggle>
    <consent-gate-policies></consent-gate-policies>
    <iframe title="Film" data-category="media" data-service="videos" data-src="/video"></iframe>`,
  async reach(page) {
    await page.locator('#consent-gate section.card').waitFor()
    await page.locator('consent-gate-policies li').first().waitFor()
    await page.locator('[data-consent-gate-placeholder]').waitFor()
    await page.evaluate('ConsentGate.showPreferences().then(() => 0)')
    for (const summary of await page.locator(`${DIALOG} summary`).all()) await summary.click()
    await page.locator(`${DIALOG} .my code`).waitFor()
  },
})

/** Which way each showing of a text runs: every sign stands beside the one before it, or on the next line. */
const runs = (page: Page, text: string) =>
  page.evaluate((wanted) => {
    const found: string[] = []
    const nodes = document.createTreeWalker(document, NodeFilter.SHOW_TEXT)
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const start = (node.textContent ?? '').indexOf(wanted)
      if (start < 0 || !node.parentElement?.checkVisibility()) continue
      const boxes = [...wanted].map((_, n) => {
        const sign = document.createRange()
        sign.setStart(node as Node, start + n)
        sign.setEnd(node as Node, start + n + 1)
        return sign.getBoundingClientRect()
      })
      const steps = boxes.slice(1).map((box, n) => {
        const before = boxes[n] as DOMRect
        if (!box.width || Math.abs(box.top - before.top) > 4) return 'none'
        return box.left >= before.left ? 'ltr' : 'rtl'
      })
      found.push([...new Set(steps)].filter((step) => step !== 'none').join(' and '))
    }
    return found
  }, text)

test.each([
  ['ar', 'ltr', ENGLISH],
  ['ko', 'rtl', ARABIC],
  ['en', 'rtl', ARABIC],
] as const)(
  'P13 in an interface in %s, texts of the site still run %s, with their signs where they belong',
  async (lang, direction, words) => {
    const { page, show } = await openState(wordy(words))
    await show(lang)
    for (const [what, text] of Object.entries(words)) {
      const ways = await runs(page, text)
      expect(ways.length, what).toBeGreaterThan(0)
      expect([...new Set(ways)], `${what}: ${text}`).toEqual([direction])
    }
    expect((await runs(page, words.name)).length, 'switch, details, my data, placeholder').toBeGreaterThan(3)
    expect(await runs(page, '7@example.test')).toEqual(['ltr'])
    const alone = await page
      .locator(`${DIALOG} dd bdi`, { hasText: words.purpose })
      .evaluate((element) => getComputedStyle(element).direction)
    expect(alone).toBe(direction)
  },
)
