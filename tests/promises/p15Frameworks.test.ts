import { expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'
import { config, FRAME, film, gated, log, ran } from './gatedMarkup.js'

test('P15 a framework that removes a script it drew finds it where it put it, and what ran for it goes along', async () => {
  const { page, errors } = await openSite({
    page: {
      '/': gatePage(config, '<main></main>'),
      '/late.js': `${log('late')}; window.stood = document.currentScript.parentNode.localName`,
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  // As React draws: it keeps data of its own on the node, and removes it from where it put it.
  const draw = () =>
    page.evaluate(() => {
      const main = document.querySelector('main') as HTMLElement
      const drawn = ['', '/late.js', ''].map((src, index) => {
        const script = document.createElement('script')
        script.type = 'text/plain'
        script.dataset.category = 'analytics'
        if (src) script.dataset.src = src
        else script.text = `(window.ran = window.ran || []).push('inline ${index}')`
        return main.appendChild(Object.assign(script, { __reactFiber$1: {} }))
      })
      Object.assign(window, { drawn, undraw: () => drawn.map((script) => main.removeChild(script)) })
    })
  await draw()
  await page.waitForFunction(ran(['inline 0', 'late', 'inline 2']))
  expect(await page.evaluate('window.stood')).toBe('main')
  // What ran is gone: a copy of the page holds nothing that would run again.
  await page.waitForFunction('document.querySelectorAll("main > script").length === 3')

  await page.evaluate('undraw()')
  await page.waitForFunction('!document.querySelector("main").children.length')
  // Put back, or copied with the page around it, it does not run again; what is drawn anew does, as any new markup.
  await page.evaluate('document.body.append(...drawn, ...drawn.map((script) => script.cloneNode(true)))')
  await page.waitForTimeout(200)
  expect(await page.evaluate('window.ran.length')).toBe(3)
  await draw()
  await page.waitForFunction('window.ran.length === 6')
  expect(errors).toEqual([])
})

test('P15 what stands beside a script that a framework drew goes with it, also while it is still on its way', async () => {
  const { page, requests } = await openSite({
    page: { '/': gatePage(config, '<main></main>'), '/never.js': () => new Promise<string>(() => {}) },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.type = 'text/plain'
    Object.assign(script.dataset, { category: 'analytics', src: '/never.js' })
    document.querySelector('main')?.append(Object.assign(script, { __reactFiber$1: {} }))
  })
  await expect.poll(() => requests.some(({ url }) => url.pathname === '/never.js')).toBe(true)
  expect(await page.locator('main > script').count()).toBe(2)
  await page.evaluate(() => document.querySelector('main > [data-category]')?.remove())
  await expect.poll(() => page.locator('main > script').count()).toBe(0)
})

test('P15 a framework that takes the running script for the one a server drew keeps it', async () => {
  let answer = () => {}
  const slow = new Promise<void>((resolve) => {
    answer = resolve
  })
  const { page, errors } = await openSite({
    page: {
      '/': gatePage(config, `<main>${gated('data-src="/slow.js"')}</main>`),
      '/slow.js': async () => {
        await slow
        return log('slow')
      },
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  // One stands there at any time, or what React compares with what a server drew would not match.
  await page.waitForFunction('document.querySelector("main > script:only-child").src')
  // As React hydrates: it finds the script, and keeps its data on the node.
  await page.evaluate(() => {
    const script = document.querySelector('main > script') as HTMLElement
    Object.assign(window, { taken: Object.assign(script, { __reactFiber$1: {} }) })
  })
  answer()
  await page.waitForFunction(ran(['slow']))
  await page.waitForTimeout(100)
  await page.evaluate('document.querySelector("main").removeChild(taken)')
  expect(await page.evaluate('document.querySelector("main").childElementCount')).toBe(0)
  expect(errors).toEqual([])
})

test('P15 a framework that draws a gated element anew is followed: another address, another service', async () => {
  const { page } = await openSite({
    page: {
      '/': gatePage(config, `${FRAME}<img data-category="media" data-src="/first.png">`),
      '/film': '<p>film</p>',
      '/second': '<p>second</p>',
      '/elsewhere': '<p>elsewhere</p>',
      '*': '',
    },
  })
  const says = (text: string) => page.frameLocator('iframe').getByText(text, { exact: true }).waitFor()
  const set = (selector: string, attribute: string, value: string) =>
    page.evaluate(`document.querySelector('${selector}').setAttribute('${attribute}', '${value}')`)
  await withGate(page, (gate) => gate.save({ videos: true, stats: false }).ok)
  await says('film')
  await set('iframe', 'data-src', '/second')
  await set('img', 'data-src', '/second.png')
  await says('second')
  await page.locator('img[src="/second.png"]').waitFor()

  // Where the page itself leads a frame, it stays.
  await set('iframe', 'src', '/elsewhere')
  await says('elsewhere')
  await withGate(page, (gate) => gate.save({ stats: true }).ok)
  await page.waitForTimeout(200)
  await says('elsewhere')

  await withGate(page, (gate) => gate.save({ stats: false }).ok)
  await set('iframe', 'data-service', 'stats')
  const ask = page.locator('[data-consent-gate-placeholder="stats"]')
  await ask.getByRole('button').click()
  await says('second')
  expect((await withGate(page, (gate) => gate.get())).state).toMatchObject({ stats: 'granted' })
})

test('P15 a framework that draws a gated link anew is followed: another address, none, another category', async () => {
  const { page } = await openSite({
    page: {
      '/': gatePage(config, '<link rel="stylesheet" data-category="media" data-href="/first.css">'),
      '*': { status: 404 },
    },
  })
  const change = (call: string) => page.evaluate(`document.querySelector('link').${call}`)
  const address = () => page.locator('link').getAttribute('href')
  await withGate(page, (gate) => gate.save({ videos: true, stats: false }).ok)
  await expect.poll(address).toBe('/first.css')
  await change(`setAttribute('data-href', '/second.css')`)
  await expect.poll(address).toBe('/second.css')
  await change(`removeAttribute('href')`)
  await expect.poll(address).toBe('/second.css')
  await change(`setAttribute('data-category', 'analytics')`)
  await expect.poll(address).toBe(null)
})

test('P15 a page that is made like what the server sent, as by morphing, keeps what is held and what is open', async () => {
  const { page } = await openSite({
    page: { '/': gatePage(config, FRAME + gated('', log('once'))), '/film': '<p>film</p>' },
  })
  const placeholders = page.locator('[data-consent-gate-placeholder]')
  // As idiomorph does: nothing stays that the server's page has not.
  const morph = () =>
    page.evaluate(() => {
      document.querySelector('[data-consent-gate-placeholder]')?.remove()
      for (const element of document.querySelectorAll('[data-category]'))
        for (const name of ['src', 'hidden', 'data-consent-gate-ran']) element.removeAttribute(name)
    })
  await placeholders.waitFor()
  await morph()
  await placeholders.waitFor()
  expect(await page.locator('iframe').isVisible()).toBe(false)

  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.frameLocator('iframe').locator('p').waitFor()
  await page.waitForFunction(ran(['once']))
  await morph()
  await page.locator('iframe[src="/film"]').waitFor()
  await page.frameLocator('iframe').locator('p').waitFor()
  await withGate(page, (gate) => gate.withdraw().ok)
  await placeholders.waitFor()
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.frameLocator('iframe').locator('p').waitFor()
  expect(await page.evaluate('ran')).toEqual(['once'])
})

test.each([true, false])(
  'P1 what ran does not run again where a copy of the page is morphed, restored under a yes: %s',
  async (restoredGranted) => {
    const { page } = await openSite({ page: gatePage(config, gated('', log('once'))) })
    const answer = (films: boolean) =>
      page.evaluate(`ConsentGate.save({ videos: ${films}, stats: ${films} }).ok`)
    await withGate(page, (gate) => gate.acceptAll().ok)
    await page.waitForFunction(ran(['once']))
    await answer(restoredGranted)
    // As Turbo restores a page from its cache, and refreshes it by morphing then.
    await page.evaluate(() => document.body.replaceWith(document.body.cloneNode(true)))
    await page.waitForTimeout(200)
    await page.evaluate(() =>
      document.querySelector('script[data-category]')?.removeAttribute('data-consent-gate-ran'),
    )
    await answer(false)
    await answer(true)
    await page.waitForTimeout(200)
    expect(await page.evaluate('ran')).toEqual(['once'])
  },
)

test('P15 what stands for a held frame goes with it, comes back with it and moves with it', async () => {
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(config, `<main>${FRAME}</main><aside></aside>`),
      '/film': '<p>film</p>',
    },
  })
  const placeholders = page.locator('[data-consent-gate-placeholder]')
  await placeholders.waitFor()
  // A framework that hides and shows makes a new element each time.
  for (const round of [1, 2, 3]) {
    await page.evaluate(() => document.querySelector('iframe')?.remove())
    await expect.poll(() => placeholders.count(), { message: `hidden ${round}` }).toBe(0)
    await page.evaluate(() => {
      const next = document.createElement('iframe')
      Object.assign(next.dataset, { category: 'media', service: 'videos', src: '/film' })
      document.querySelector('main')?.append(next)
    })
    await expect.poll(() => placeholders.count(), { message: `shown ${round}` }).toBe(1)
  }
  await page.evaluate(() => document.querySelector('aside')?.append(document.querySelector('iframe') as Node))
  await page.locator('aside > [data-consent-gate-placeholder] + iframe').waitFor({ state: 'attached' })
  expect(await placeholders.count()).toBe(1)
  // What is hidden with the part of the page around it is there once when that comes back.
  await page.evaluate(() => {
    const aside = document.querySelector('aside') as HTMLElement
    aside.remove()
    setTimeout(() => document.body.append(aside), 100)
  })
  await page.locator('aside > [data-consent-gate-placeholder] + iframe').waitFor({ state: 'attached' })
  expect(await placeholders.count()).toBe(1)
  expect(requests.some(({ url }) => url.pathname === '/film')).toBe(false)

  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.frameLocator('iframe').locator('p').waitFor()
  expect(await placeholders.count()).toBe(0)
})

test('P15 a frame that the page hides stays hidden at a yes, and asks once the page shows it', async () => {
  const hidden = FRAME.replace('<iframe', '<iframe hidden')
  const { page } = await openSite({
    page: { '/': gatePage(config, hidden + hidden), '/film': '<p>film</p>' },
  })
  const placeholders = page.locator('[data-consent-gate-placeholder]')
  const frames = page.locator('iframe')
  await page.waitForTimeout(500)
  expect(await placeholders.count()).toBe(0)
  await frames.first().evaluate((frame) => frame.removeAttribute('hidden'))
  await placeholders.getByRole('button').click()
  await frames.first().contentFrame().locator('p').waitFor()
  await page.locator('iframe[hidden][src]').waitFor({ state: 'attached' })
  expect([await frames.first().isVisible(), await frames.nth(1).isVisible()]).toEqual([true, false])
})

test('gates hold what stands in a document element that replaced the first one', async () => {
  const { page } = await openSite({ page: film })
  await page.locator('[data-consent-gate-placeholder]').waitFor()
  await page.evaluate(
    'document.replaceChild(document.documentElement.cloneNode(true), document.documentElement)',
  )
  await page.locator('[data-consent-gate-placeholder]').getByRole('button').click()
  await page.frameLocator('iframe').locator('p').waitFor()
})

test.each([false, true])(
  'P15 a frame that the page inserts before a held one leaves that its placeholder; the new one granted: %s',
  async (stats) => {
    const { page } = await openSite({
      page: { '/': gatePage(config, `<main>${FRAME}</main>`), '/film': '<p>film</p>' },
    })
    const button = page.locator('[data-consent-gate-placeholder="videos"] button')
    await button.waitFor()
    await page.evaluate(`ConsentGate.save({ videos: false, stats: ${stats} }).ok`)
    await button.focus()
    // As React puts one more at the head of a list: before the next element that it knows.
    await page.evaluate(() => {
      const next = document.createElement('iframe')
      Object.assign(next.dataset, { category: 'analytics', service: 'stats', src: '/film' })
      document.querySelector('iframe')?.before(next)
    })
    const order = () =>
      page
        .locator('main > :visible')
        .evaluateAll((shown) =>
          shown.map((one) => one.getAttribute('data-consent-gate-placeholder') ?? one.getAttribute('src')),
        )
    await expect.poll(order).toEqual([stats ? '/film' : 'stats', 'videos'])
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)
  },
)

test('P15 what stands for a held frame stays next to it where the page inserts something before that, and keeps the focus', async () => {
  const { page } = await openSite({ page: { '/': gatePage(config, `<main>${FRAME}</main>`) } })
  const box = page.locator('[data-consent-gate-placeholder]')
  await box.getByRole('button').focus()
  await page.evaluate(() => document.querySelector('iframe')?.before(document.createElement('h2')))
  await page
    .locator('h2 + [data-consent-gate-placeholder] + iframe')
    .waitFor({ state: 'attached', timeout: 5000 })
  expect(await box.locator('button:focus').count()).toBe(1)
})

test('P15 a copy of a held frame alone asks as well, and is shown after a yes', async () => {
  const { page } = await openSite({ page: film })
  const placeholders = page.locator('[data-consent-gate-placeholder]')
  await placeholders.waitFor()
  await page.evaluate(() => document.body.append(document.querySelector('iframe')?.cloneNode() as Node))
  await expect.poll(() => placeholders.count()).toBe(2)
  await placeholders.nth(1).getByRole('button').click()
  await page.locator('iframe').nth(1).contentFrame().locator('p').waitFor()
  expect(await page.locator('iframe:visible').count()).toBe(2)
})

test('P15 a held frame that the page hides meanwhile takes its placeholder along, and is not shown by a yes', async () => {
  const { page } = await openSite({ page: film })
  const placeholders = page.locator('[data-consent-gate-placeholder]')
  await placeholders.waitFor()
  await page.locator('iframe').evaluate((frame: HTMLElement) => frame.setAttribute('hidden', ''))
  await expect.poll(() => placeholders.count()).toBe(0)
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.locator('iframe[src]').waitFor({ state: 'attached' })
  expect(await page.locator('iframe').isVisible()).toBe(false)
})
