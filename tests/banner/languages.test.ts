import { languages } from '@consent-gate/banner/compose'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openSite } from '../harness/index.js'
import { SITE, sitePage, siteStyles, WAY_BACK } from './sitePage.js'

interface Wishes {
  attribute?: string
  page?: string
  browser?: string
}

const accept = (page: Page) => page.locator('#consent-gate [data-role=accept]')
const ACCEPT = { ko: '동의', en: 'Accept', ar: 'موافق' } as const

const open = ({ attribute, page = '', browser = 'en-US' }: Wishes, ui: object = {}, body = WAY_BACK) =>
  openSite({
    page: {
      '/site.css': siteStyles,
      '*': sitePage({
        config: { ...SITE, ui: { ...SITE.ui, ...(attribute && { lang: attribute }), ...ui } },
        lang: page,
        body,
      }),
    },
    context: { locale: browser },
  })

const choices: [string, Wishes, keyof typeof ACCEPT][] = [
  ['the attribute over page and browser', { attribute: 'ar', page: 'ko', browser: 'en-US' }, 'ar'],
  ['the page over the browser', { page: 'ar', browser: 'ko-KR' }, 'ar'],
  ['the browser where the page says nothing', { browser: 'ko-KR' }, 'ko'],
  ['ko for ko-KR', { attribute: 'ko-KR' }, 'ko'],
  ['ar for ar-EG on the page', { page: 'ar-EG' }, 'ar'],
  ['the browser where the page speaks a language that does not ship', { page: 'fr', browser: 'ko-KR' }, 'ko'],
  ['English where nothing ships', { attribute: 'xx', page: 'fr', browser: 'de-DE' }, 'en'],
]

test.each(choices)('the interface speaks %s', async (_, wishes, lang) => {
  const { page, errors } = await open(wishes)
  expect(await accept(page).textContent()).toBe(ACCEPT[lang])
  const root = page.locator('#consent-gate')
  expect(await root.getAttribute('lang')).toBe(lang)
  expect(await root.getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr')
  expect(errors).toEqual([])
})

test.each(choices)(
  'what stands for a held frame speaks %s, as the interface does',
  async (_, wishes, lang) => {
    const { page } = await open(
      wishes,
      {},
      `${WAY_BACK}<iframe data-category="analytics" data-src="/video"></iframe>`,
    )
    const placeholder = page.locator('[data-consent-gate-placeholder]')
    await placeholder.waitFor()
    expect(await placeholder.getAttribute('lang')).toBe(lang)
  },
)

test.each(languages)(
  '%s is known to every part: the scripts and their hashes, held frames, the check of ui.lang',
  async (lang) => {
    const { page, errors } = await openSite({
      page: `<script>
      loaded = []
      document.addEventListener('load', ({ target }) => target.integrity && loaded.push(target.src.split('/').pop()), true)
    </script>
    <script async src="/gate/gate.js" data-measurement-id="G-TEST1" data-policy-version="1" data-lang="${lang}"></script>
    <iframe data-category="analytics" data-src="/video"></iframe>`,
    })
    await page.locator(`#consent-gate[lang=${lang}]`).waitFor()
    await page.locator(`[data-consent-gate-placeholder][lang=${lang}]`).waitFor()
    expect(await page.evaluate('ConsentGate.showPreferences()')).toBe(true)
    expect(await page.evaluate('loaded')).toEqual(
      expect.arrayContaining([`gate-${lang}.js`, `gate-${lang}-more.js`]),
    )
    expect(errors).toEqual([])
    // Looked at by the part that tells developers, which no visitor waits for.
    await page.waitForTimeout(500)
    const told = await page.evaluate(`told = []; ConsentGate.onIssue(({ code }) => told.push(code)); told`)
    expect(told).toEqual([])
  },
)

test('data-lang is the attribute of the script tag', async () => {
  const { page } = await openSite({
    page: '<script async src="/gate/gate.js" data-measurement-id="G-TEST1" data-lang="ar"></script>',
  })
  expect(await accept(page).textContent()).toBe(ACCEPT.ar)
})

test('setLanguage changes every piece at once, and only words: the draft and the focus stay', async () => {
  const pieces = `${WAY_BACK}<consent-gate-toggle></consent-gate-toggle><consent-gate-disclosure></consent-gate-disclosure><consent-gate-policies></consent-gate-policies>`
  const { page } = await open({ page: 'en' }, {}, pieces)
  await accept(page).waitFor()
  await page.evaluate('ConsentGate.showPreferences()')
  const control = page.locator('dialog [role=switch]')
  await control.click()
  for (const [lang, title] of [
    ['ar', 'إعدادات ملفات تعريف الارتباط'],
    ['ko', '쿠키 설정'],
    ['en', 'Cookie settings'],
  ] as const) {
    await page.evaluate(`ConsentGate.setLanguage('${lang}')`)
    await page.locator('dialog h2', { hasText: title }).waitFor()
    await page.locator(`consent-gate-disclosure[lang=${lang}]`).waitFor()
    expect(await control.getAttribute('aria-checked')).toBe('true')
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('switch')
    for (const piece of ['#consent-gate', 'consent-gate-toggle', 'consent-gate-policies']) {
      expect(await page.locator(piece).getAttribute('lang'), piece).toBe(lang)
    }
  }
})

test('a setLanguage that does not ship falls to the next wish, never to a blank', async () => {
  const { page } = await open({ page: 'ko' })
  await accept(page).waitFor()
  await page.evaluate(`ConsentGate.setLanguage('tlh')`)
  await page.waitForTimeout(300)
  expect(await accept(page).textContent()).toBe(ACCEPT.ko)
})

test('every text can be replaced, on all layers', async () => {
  const texts = {
    title: 'Our own title',
    accept: 'Allow all',
    preferencesTitle: 'Our own settings',
    statusUnanswered: 'Our own status',
    reopen: 'Our own way back',
  }
  const { page } = await open(
    { page: 'en' },
    { texts },
    '<consent-gate-toggle service="google-analytics"></consent-gate-toggle>',
  )
  expect(await accept(page).textContent()).toBe('Allow all')
  expect(await page.locator('#consent-gate h2').textContent()).toBe('Our own title')
  await page.locator('consent-gate-toggle', { hasText: 'Our own status' }).waitFor()
  await page.evaluate('ConsentGate.showPreferences()')
  await page.locator('dialog h2', { hasText: 'Our own settings' }).waitFor()
  await page.locator('dialog [data-role=reject]').click()
  await page.locator('[data-role=reopen]', { hasText: 'Our own way back' }).waitFor()
})

describe('labels that assistive clients recognise', () => {
  /** The common sets that public scanners and refusing assistants read. */
  const KNOWN = {
    accept: /^(accept( all)?|allow all|agree)$/i,
    reject: /^(reject( all)?|decline( all)?|refuse( all)?|only necessary)$/i,
    preferences: /^(settings|preferences|manage|customi[sz]e|options)\b/i,
  }

  test('English, in that order, on the first layer; accept and refuse on the second', async () => {
    const { page } = await open({ page: 'en' })
    await accept(page).waitFor()
    const roles = await page
      .locator('#consent-gate .actions button')
      .evaluateAll((buttons) =>
        buttons.map((button) => [(button as HTMLElement).dataset.role, button.textContent]),
      )
    expect(roles.map(([role]) => role)).toEqual(['accept', 'reject', 'preferences'])
    for (const [role, label] of roles) expect(label).toMatch(KNOWN[role as keyof typeof KNOWN])
    await page.evaluate('ConsentGate.showPreferences()')
    for (const role of ['accept', 'reject'] as const) {
      expect(await page.locator(`dialog [data-role=${role}]`).textContent()).toMatch(KNOWN[role])
    }
  })

  test('the notice has a box of its own, a name about cookies, and says purpose, recipient, period and the way back', async () => {
    const { page } = await open({ page: 'en' })
    await accept(page).waitFor()
    const root = page.locator('#consent-gate')
    expect(await root.getAttribute('aria-label')).toMatch(/cookie|consent/i)
    const box = await root.boundingBox()
    expect((box?.width ?? 0) * (box?.height ?? 0)).toBeGreaterThan(10_000)
    const text = await root.textContent()
    for (const said of [
      /Google Analytics/,
      /United States/,
      /13 months/,
      /change your choice|withdraw/,
      /Privacy policy/,
    ]) {
      expect(text).toMatch(said)
    }
    expect(await root.evaluate((element) => getComputedStyle(element).position)).toBe('fixed')
  })
})
