import { expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'
import { config, FRAME, film } from './gatedMarkup.js'

test('a frame asks in its place, shows after that answer alone, and is emptied on withdrawal', async () => {
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(
        config,
        '<iframe data-category="media" data-service="videos" data-src="/film" title="다큐"></iframe>',
      ),
      '/film': '<p id="film">film</p>',
    },
  })
  const ask = page.locator('[data-consent-gate-placeholder="videos"]')
  await ask.waitFor()
  expect(await ask.textContent()).toContain('동영상')
  expect(await page.locator('iframe').isVisible()).toBe(false)
  expect(requests.some(({ url }) => url.pathname === '/film')).toBe(false)

  await ask.getByRole('button').click()
  await page.frameLocator('iframe').locator('#film').waitFor()
  const { state, record } = await withGate(page, (gate) => gate.get())
  expect([state.videos, state.stats, record?.source]).toEqual(['granted', 'denied', 'placeholder'])

  const length = await page.evaluate('history.length')
  await withGate(page, (gate) => gate.withdraw('videos').ok)
  await ask.waitFor()
  expect(await page.evaluate('document.querySelector("iframe").contentDocument.body.childElementCount')).toBe(
    0,
  )
  expect(await page.evaluate('history.length')).toBe(length)
})

test.each<[what: string, config: object, frame: string]>([
  ['of a visitor who is not asked', { ...config, minor: true }, FRAME],
  ['of an id that nobody declared', config, '<iframe data-category="maps" data-src="/film"></iframe>'],
  ['of a service with a mistake', { ...config, services: [{ id: 'videos', category: 'necessary' }] }, FRAME],
  ['that is a pixel', config, FRAME.replace('<iframe', '<iframe width="1" height="1" style="display:none"')],
])('P17 nothing asks in the place of a frame %s', async (_, given, frame) => {
  const { page } = await openSite({ page: { '/': gatePage(given, frame), '/film': '<p>film</p>' } })
  await page.locator('[data-consent-gate-placeholder]').waitFor({ state: 'attached' })
  expect(await page.locator('[data-consent-gate-placeholder]').isVisible()).toBe(false)
  expect(await page.locator('iframe').isVisible()).toBe(false)
})

test('P17 a frame that is low or narrow is none that nobody sees', async () => {
  const { page } = await openSite({
    page: gatePage(config, FRAME.replace('<iframe', '<iframe width="600" height="1"')),
  })
  await page.locator('[data-consent-gate-placeholder]').getByRole('button').waitFor()
})

test('P17 a copy of the page brings no second placeholder along, whose button nobody hears', async () => {
  const { page } = await openSite({ page: film })
  const placeholders = page.locator('[data-consent-gate-placeholder]')
  const putBackCopy = () => page.evaluate('document.body.replaceWith(document.body.cloneNode(true))')
  await placeholders.waitFor()
  await putBackCopy()
  await page.waitForTimeout(300)
  expect(await placeholders.count()).toBe(1)
  await page.evaluate('window.copy = document.body.cloneNode(true)')
  await placeholders.getByRole('button').click()
  await page.frameLocator('iframe').locator('p').waitFor()
  // One from before the yes stands open, without what stood for it.
  await page.evaluate('document.body.replaceWith(copy)')
  await page.frameLocator('iframe').locator('p').waitFor()
  expect(await placeholders.count()).toBe(0)
})

test('P14 a frame that is held asks once for its place, and changes the page no more', async () => {
  const { page } = await openSite({ page: film })
  await page.locator('[data-consent-gate-placeholder]').waitFor()
  const changes = await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    let changes = 0
    new MutationObserver((records) => {
      changes += records.length
    }).observe(document.body, { attributes: true, childList: true, subtree: true })
    await new Promise((resolve) => setTimeout(resolve, 300))
    return changes
  })
  expect(changes).toBe(0)
})

test('P17 a site that lays out frames and what stands for them shows neither an empty frame nor a button for nothing', async () => {
  const { page } = await openSite({
    page: gatePage(
      config,
      `<style>body:not(#x) iframe { display: block } body:not(#x) [data-consent-gate-placeholder] { display: grid }</style>
      ${FRAME}<iframe data-category="maps" data-src="/film"></iframe>`,
    ),
  })
  await page.locator('[data-consent-gate-placeholder="videos"]').waitFor()
  await page.locator('[data-consent-gate-placeholder="maps"]').waitFor({ state: 'attached' })
  const visible = page.locator(':is(iframe, [data-consent-gate-placeholder]):visible')
  expect(await visible.evaluateAll((shown) => shown.map(({ outerHTML }) => outerHTML))).toEqual([
    expect.stringContaining('placeholder="videos"'),
  ])
})

test('P13 the placeholder speaks the language that the visitor changes to, and keeps the focus', async () => {
  const texts = { placeholderAccept: 7 }
  const { page } = await openSite({
    page: gatePage({ ...config, ui: { lang: 'ko', texts } }, FRAME),
  })
  const ask = page.locator('[data-consent-gate-placeholder]')
  const says = () =>
    ask.evaluate(({ lang, dir, firstChild, lastChild }: HTMLElement) => [
      lang,
      dir,
      firstChild?.textContent,
      lastChild?.textContent,
    ])
  await ask.getByRole('button').focus()
  expect(await says()).toEqual(['ko', 'ltr', expect.stringContaining('동의하신 뒤'), '동의하고 보기'])
  await withGate(page, (gate) => gate.setLanguage('ar'))
  expect(await says()).toEqual(['ar', 'rtl', expect.stringContaining('موافقتك'), 'أوافق، اعرضه'])
  // One that does not ship leaves the next wish, the page's own, as in the rest of the interface.
  await withGate(page, (gate) => gate.setLanguage('sw'))
  expect(await says()).toEqual([
    'ko',
    'ltr',
    '\u2068동영상\u2069의 콘텐츠는 동의하신 뒤에 표시됩니다.',
    '동의하고 보기',
  ])
  expect(await ask.locator('button:focus').count()).toBe(1)
})

test.each<[page: string, browser: string, placeholder: string]>([
  ['', 'ko-KR', 'ko'],
  ['KO-kr', 'en-US', 'ko'],
  ['ar_EG', 'en-US', 'ar'],
  ['sw', 'ar-SA', 'ar'],
  ['sw', 'fr-FR', 'en'],
])('P13 on a page in "%s" and a browser in %s the placeholder speaks %s', async (lang, locale, expected) => {
  const page = `<!doctype html><html lang="${lang}">${gatePage(config, FRAME)}`
  const { page: opened } = await openSite({ page, context: { locale } })
  expect(await opened.locator('[data-consent-gate-placeholder]').getAttribute('lang')).toBe(expected)
})

test('P13 the frame that opens takes over the focus of its placeholder, and no other frame does', async () => {
  const frame = (id: string) =>
    `<iframe id="${id}" data-category="media" data-service="videos" data-src="/film"></iframe>`
  const { page } = await openSite({
    page: {
      '/': gatePage(config, `<button>Before</button>${frame('first')}${frame('second')}${frame('third')}`),
      '/film': '<button>Play</button>',
    },
  })
  const buttons = page.locator('[data-consent-gate-placeholder] button')
  await buttons.nth(2).waitFor()
  const focused = () => page.evaluate('document.activeElement.id')
  await buttons.nth(1).focus()
  await page.keyboard.press('Enter')
  await page.frameLocator('#third').locator('button').waitFor()
  await expect.poll(focused).toBe('second')
  await page.keyboard.press('Tab')
  expect(await page.frameLocator('#second').locator('button:focus').count()).toBe(1)

  await withGate(page, (gate) => gate.withdraw().ok)
  await buttons.nth(2).waitFor()
  await page.getByRole('button', { name: 'Before' }).focus()
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.frameLocator('#third').locator('button').waitFor()
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Before')
})

test("P13 the placeholder's button is there for a finger, and a site's own rule for buttons goes over ours", async () => {
  const heightWith = async (head: string) => {
    const { page, errors } = await openSite({
      page: {
        '/': gatePage(config, head + FRAME),
        '/own.css': {
          headers: { 'content-type': 'text/css' },
          body: 'button { min-height: 30px; padding: 0 }',
        },
        '/small.css': {
          headers: { 'content-type': 'text/css' },
          body: 'body { font: 10px/1 serif }',
        },
      },
      headers: { 'content-security-policy': "style-src 'self'" },
    })
    const button = page.locator('[data-consent-gate-placeholder] button')
    await button.waitFor()
    expect(errors).toEqual([])
    const font = (element: Element) => getComputedStyle(element).font
    expect(await button.evaluate(font)).toBe(await page.locator('body').evaluate(font))
    return (await button.boundingBox())?.height
  }
  expect(await heightWith('')).toBeGreaterThanOrEqual(44)
  expect(await heightWith('<link rel="stylesheet" href="/small.css">')).toBe(44)
  expect(await heightWith('<link rel="stylesheet" href="/own.css">')).toBe(30)
})

test('P17 what stands for a frame names whose content it is of now, and keeps the focus', async () => {
  const { page } = await openSite({
    page: gatePage(
      config,
      '<iframe data-category="media" data-service="stats" data-src="https://one.test/film" title="One"></iframe>',
    ),
  })
  const box = page.locator('[data-consent-gate-placeholder]')
  await box.filter({ hasText: 'one.test' }).waitFor()
  await box.getByRole('button').focus()
  await page.evaluate(() => {
    const frame = document.querySelector('iframe') as HTMLIFrameElement
    frame.title = 'Two'
    frame.dataset.src = 'https://two.test/film'
  })
  await box.filter({ hasText: 'two.test' }).waitFor({ timeout: 5000 })
  expect(await box.getAttribute('aria-label')).toBe('Two')
  expect(await box.getByRole('button').evaluate((button) => button === document.activeElement)).toBe(true)
})

test('P15 destroy() leaves neither a placeholder nor its sheet, and the frame as the page wrote it', async () => {
  const { page } = await openSite({
    page: gatePage(config, FRAME),
  })
  await page.locator('[data-consent-gate-placeholder]').waitFor()
  const there = () =>
    page.evaluate(() => [
      document.querySelectorAll('[data-consent-gate-placeholder]').length,
      document.querySelector('iframe')?.hidden,
      document.adoptedStyleSheets.length > 0,
    ])
  expect(await there()).toEqual([1, true, true])
  await withGate(page, (gate) => gate.destroy())
  expect(await there()).toEqual([0, false, false])
})

test('P15 destroy() in the moment of an answer leaves no placeholder either', async () => {
  const { page } = await openSite({ page: film })
  const box = page.locator('[data-consent-gate-placeholder]')
  await box.waitFor()
  await withGate(page, (gate) => {
    gate.acceptAll()
    gate.destroy()
  })
  await page.waitForTimeout(200)
  expect([await box.count(), await page.locator('iframe').getAttribute('hidden')]).toEqual([0, null])
})

test('P17 what stands for a frame of a whole category names each service that its button says yes to', async () => {
  const services = [
    { id: 'videos', category: 'media', name: 'Videos' },
    { id: 'maps', category: 'media', name: 'Maps' },
    { id: 'sounds', category: 'media' },
  ]
  const { page } = await openSite({
    page: {
      '/': gatePage(
        { categories: { media: {} }, services, ui: { lang: 'en' } },
        '<iframe data-category="media" data-src="/film"></iframe><iframe data-category="media" data-service="maps" data-src="/map"></iframe>',
      ),
      '*': '',
    },
  })
  const says = (unit: string) =>
    page.locator(`[data-consent-gate-placeholder="${unit}"] p`).evaluate((said) => said.textContent)
  expect(await says('media')).toBe(
    'Content from \u2068Videos\u2069, \u2068Maps\u2069, \u2068sounds\u2069 is shown once you agree.',
  )
  expect(await says('maps')).toBe('Content from \u2068Maps\u2069 is shown once you agree.')
  await page.locator('[data-consent-gate-placeholder="media"] button').click()
  const { state } = await withGate(page, (gate) => gate.get())
  expect(state).toMatchObject({ videos: 'granted', maps: 'granted', sounds: 'granted' })
})

test.each<[what: string, service: object, src: string, name: string]>([
  ['that has a $ in its name', { name: 'Cash $& Carry' }, '/film', 'Cash $& Carry'],
  ['without a name, of this very site', {}, '/film', 'example.test'],
])('P17 what stands for a frame of a service %s names it', async (_, service, src, name) => {
  const services = [{ id: 'videos', category: 'media', ...service }]
  const { page } = await openSite({
    page: gatePage(
      { categories: { media: {} }, services, ui: { lang: 'en' } },
      `<iframe data-category="media" data-service="videos" data-src="${src}"></iframe>`,
    ),
  })
  const said = page.locator('[data-consent-gate-placeholder] p')
  expect(await said.textContent()).toBe(`Content from \u2068${name}\u2069 is shown once you agree.`)
})

test('what stands for a frame says what the site itself has to say', async () => {
  const texts = { placeholder: '{name} waits', placeholderAccept: 'Let it' }
  const { page } = await openSite({ page: gatePage({ ...config, ui: { lang: 'en', texts } }, FRAME) })
  const box = page.locator('[data-consent-gate-placeholder]')
  expect(await box.locator('p').textContent()).toBe('\u2068동영상\u2069 waits')
  expect(await box.getByRole('button').textContent()).toBe('Let it')
})

test('P17 what stands for a frame without a name or a host names its category', async () => {
  const { page } = await openSite({
    page: gatePage(
      { categories: { media: {} }, ui: { lang: 'en' } },
      '<iframe data-category="media" data-src="data:text/html,film"></iframe>',
    ),
  })
  const box = page.locator('[data-consent-gate-placeholder]')
  expect(await box.locator('p').textContent()).toBe('Content from \u2068media\u2069 is shown once you agree.')
})

test('P15 what stands for a frame in a form sends nothing, and sheets that the page adopted itself stay', async () => {
  const { page } = await openSite({
    page: {
      '/': `<script>{
        const own = new CSSStyleSheet()
        own.replaceSync('main { color: rgb(1, 2, 3) }')
        document.adoptedStyleSheets = [own]
      }</script>${gatePage(config, `<main><form action="/sent">${FRAME}</form></main>`)}`,
      '/film': '<p>film</p>',
      '/sent': 'sent',
    },
  })
  const sheets = () =>
    page.evaluate(() => [
      document.adoptedStyleSheets.some(({ cssRules }) => cssRules[0]?.cssText.includes('main')),
      document.adoptedStyleSheets.some(({ cssRules }) => cssRules[0]?.cssText.includes('placeholder')),
    ])
  await page.getByRole('group', { name: '동영상' }).getByRole('button').click()
  await page.frameLocator('iframe').locator('p').waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
  expect(await sheets()).toEqual([true, true])
  await withGate(page, (gate) => gate.destroy())
  expect(await sheets()).toEqual([true, false])
})
