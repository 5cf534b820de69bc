import { expect, test } from 'vitest'
import { openSite } from '../harness/index.js'
import { gatePage, withGate } from './gatePage.js'

const config = {
  categories: { analytics: {}, media: {} },
  services: [
    { id: 'stats', category: 'analytics' },
    { id: 'videos', category: 'media', name: '동영상' },
  ],
}
const log = (name: string) => `(window.ran = window.ran || []).push('${name}')`
const gated = (attributes: string, text = '') =>
  `<script type="text/plain" data-category="analytics" ${attributes}>${text}</script>`

const ran = (expected: string[]) =>
  `JSON.stringify(window.ran || []) === ${JSON.stringify(JSON.stringify(expected))}`

test('P1 gated scripts run after a yes, once, in document order, whatever their kind', async () => {
  const { page, requests, errors } = await openSite({
    page: {
      '/': gatePage(
        config,
        gated('data-src="/slow.js"') +
          gated('', log('inline after slow')) +
          gated('data-src="/quick.js"') +
          gated('data-type="module"', log('module')) +
          gated('data-src="/quick.js" data-service="videos"') +
          gated('data-service="stats"', log('by service')),
      ),
      '/slow.js': async () => {
        await new Promise((resolve) => setTimeout(resolve, 300))
        return log('slow')
      },
      '/quick.js': log('quick'),
    },
  })
  await page.waitForTimeout(300)
  expect(await page.evaluate('window.ran')).toBeUndefined()
  expect(requests.filter(({ url }) => /(slow|quick)\.js/.test(url.pathname))).toEqual([])

  await withGate(page, (gate) => gate.save({ analytics: true, media: false }).ok)
  await page.waitForFunction('window.ran?.length === 5')
  const order = (await page.evaluate('window.ran')) as string[]
  expect(order.slice(0, 2)).toEqual(['slow', 'inline after slow'])
  expect(order.indexOf('quick')).toBeLessThan(order.indexOf('by service'))
  expect([...order].sort()).toEqual(['by service', 'inline after slow', 'module', 'quick', 'slow'])

  await withGate(page, (gate) => gate.withdraw().ok)
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction('window.ran.length === 6')
  await page.waitForTimeout(200)
  expect(((await page.evaluate('window.ran')) as string[]).filter((name) => name === 'slow')).toHaveLength(1)
  expect(errors).toEqual([])
})

test('necessary markup runs at once, later markup when it comes, also after body swaps', async () => {
  const { page } = await openSite({
    page: gatePage(
      config,
      `<script type="text/plain" data-category="necessary">${log('necessary')}</script>`,
    ),
  })
  await page.waitForFunction(ran(['necessary']))
  await withGate(page, (gate) => gate.acceptAll().ok)
  for (const round of ['1', '2', '3']) {
    await page.evaluate(
      ([name, code]) => {
        const body = document.createElement('body')
        const script = document.createElement('script')
        script.type = 'text/plain'
        script.dataset.category = 'analytics'
        script.text = `${code}; window.ran.push('${name}')`
        body.append(script)
        document.body.replaceWith(body)
      },
      [round, '0'] as const,
    )
    await page.waitForFunction(`window.ran.includes('${round}')`)
  }
  expect(await page.evaluate('window.ran')).toEqual(['necessary', '1', '2', '3'])
})

test('P1 a script that ran does not run again where the page puts it back', async () => {
  const { page } = await openSite({ page: gatePage(config, gated('id="kept"', log('kept'))) })
  await page.evaluate(() => Object.assign(window, { kept: document.getElementById('kept') }))
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction(ran(['kept']))
  for (const code of ['kept', 'kept.cloneNode(true)']) {
    await page.waitForTimeout(100)
    await page.evaluate(`document.body.append(${code})`)
  }
  await page.waitForTimeout(200)
  expect(await page.evaluate('window.ran')).toEqual(['kept'])
})

test('P1 nothing runs again where a page that is restored from a copy makes its scripts anew, as Turbo does', async () => {
  const { page, errors } = await openSite({
    page: {
      '/': gatePage(
        config,
        `<main>${gated('data-src="/late.js"') + gated('', log('inline')) + gated('data-type="module"', log('module'))}</main>`,
      ),
      '/late.js': `${log('late')}
        const { currentScript } = document
        const mark = Object.assign(document.createElement('i'), { id: 'stood' })
        currentScript.before(mark)
        window.stood = [currentScript.src, currentScript.parentNode.localName]`,
    },
  })
  const order = () => page.evaluate('window.ran.slice().sort()')
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction('window.ran?.length === 3')
  // A script finds itself where its markup stands.
  expect(await page.evaluate('stood')).toEqual([expect.stringContaining('/late.js'), 'main'])
  expect(await page.evaluate('document.querySelector("#stood + script").dataset.src')).toBe('/late.js')
  await page.evaluate('window.copy = document.body.cloneNode(true)')
  await withGate(page, (gate) => gate.withdraw().ok)
  await page.evaluate(`{
    for (const inert of copy.querySelectorAll('script')) {
      const active = document.createElement('script')
      active.textContent = inert.textContent
      for (const { name, value } of inert.attributes) active.setAttribute(name, value)
      inert.replaceWith(active)
    }
    document.body.replaceWith(copy)
  }`)
  await page.waitForTimeout(300)
  expect(await order()).toEqual(['inline', 'late', 'module'])
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForTimeout(300)
  expect(await order()).toEqual(['inline', 'late', 'module'])
  expect(errors).toEqual([])
})

test('P1 what is no program stays in the page; a handler of the page hears its script load', async () => {
  const { page } = await openSite({
    page: {
      '/': gatePage(
        config,
        gated('data-type="application/ld+json" id="facts"', '{}') +
          gated('data-src="/late.js" onload="ran.push(\'onload\')"'),
      ),
      '/late.js': log('late'),
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction(ran(['late', 'onload']))
  expect(await page.evaluate('document.querySelector(\'[type="application/ld+json"]\').text')).toBe('{}')
})

test.each([
  ['the half of a pair that is for old browsers', 'nomodule'],
  ['a template', 'data-type="text/x-template"'],
  ['a type with a parameter', 'data-type="text/javascript; charset=utf-8"'],
])('P1 what the browser never fetches holds up no script behind it: %s', async (_, attributes) => {
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(config, gated(`${attributes} data-src="/never.js"`) + gated('', log('behind'))),
      '/never.js': log('never'),
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction(ran(['behind']), undefined, { timeout: 5000 })
  expect(requests.some(({ url }) => url.pathname === '/never.js')).toBe(false)
  // What did not run is not told as what ran.
  const told = await withGate(page, (gate) => {
    const values: unknown[] = []
    gate.onIssue(({ code, value }) => code === 'CG404' && values.push(value))
    gate.withdraw()
    return values
  })
  expect(told).toEqual([['inline']])
})

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

/** A granted page in which an inline script waits for the one before it, until that is answered. */
async function openWaiting() {
  let answer = () => {}
  const slow = new Promise<void>((resolve) => {
    answer = resolve
  })
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(config, gated('data-src="/slow.js"') + gated('', log('inline after slow'))),
      '/slow.js': async () => {
        await slow
        return log('slow')
      },
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(() => requests.some(({ url }) => url.pathname === '/slow.js')).toBe(true)
  return { page, answer }
}

test('P2 an inline script that waits for a slow one does not run after a withdrawal, and once after a new yes', async () => {
  const { page, answer } = await openWaiting()
  await withGate(page, (gate) => gate.withdraw().ok)
  answer()
  await page.waitForFunction('window.ran')
  await page.waitForTimeout(200)
  expect(await page.evaluate('window.ran')).toEqual(['slow'])
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction(ran(['slow', 'inline after slow']))
})

test('P15 an inline script that waits for a slow one does not run after destroy()', async () => {
  const { page, answer } = await openWaiting()
  await withGate(page, (gate) => gate.destroy())
  answer()
  await page.waitForFunction('window.ran')
  await page.waitForTimeout(200)
  expect(await page.evaluate('window.ran')).toEqual(['slow'])
})

test('P2 a frame is emptied at once on withdrawal, also while a script waits for one that does not come', async () => {
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(
        config,
        gated('data-src="/never.js"') +
          gated('', log('inline after never')) +
          '<iframe data-category="media" data-service="videos" data-src="/film"></iframe>',
      ),
      '/never.js': () => new Promise<string>(() => {}),
      '/film': '<p>film</p>',
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(() => requests.some(({ url }) => url.pathname === '/never.js')).toBe(true)
  await page.frameLocator('iframe').locator('p').waitFor()
  await withGate(page, (gate) => gate.withdraw('videos').ok)
  await page.locator('[data-consent-gate-placeholder="videos"]').waitFor()
  expect(await page.evaluate('document.querySelector("iframe").contentDocument.body.childElementCount')).toBe(
    0,
  )
})

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

test('P2 an image and a style sheet have their address while it is a yes, and no longer', async () => {
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(
        config,
        `<img data-category="analytics" data-src="/dot.png" alt="">
         <link rel="stylesheet" data-category="analytics" data-href="/look.css">`,
      ),
      '*': { status: 404 },
    },
  })
  const asked = () => requests.filter(({ url }) => /dot|look/.test(url.pathname)).length
  const addresses = `[document.querySelector('img').getAttribute('src'), document.querySelector('link').getAttribute('href')]`
  await withGate(page, (gate) => gate.get())
  await page.waitForTimeout(200)
  expect(asked()).toBe(0)
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(() => page.evaluate(addresses)).toEqual(['/dot.png', '/look.css'])
  await expect.poll(asked).toBe(2)
  await withGate(page, (gate) => gate.withdraw().ok)
  await expect.poll(() => page.evaluate(addresses)).toEqual([null, null])
})

test('P15 what stands for a held frame goes with it, comes back with it and moves with it', async () => {
  const frame = '<iframe data-category="media" data-service="videos" data-src="/film"></iframe>'
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(config, `<main>${frame}</main><aside></aside>`),
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

test('P2 a frame that was off the page at the withdrawal is empty when it comes back', async () => {
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(config, '<iframe data-category="media" data-service="videos" data-src="/film"></iframe>'),
      '/film': '<p>film</p>',
    },
  })
  const films = () => requests.filter(({ url }) => url.pathname === '/film').length
  const putBack = () => page.evaluate(() => document.body.append((window as unknown as { kept: Node }).kept))
  const takeOut = () =>
    page.evaluate(async () => {
      const frame = document.querySelector('iframe') as HTMLIFrameElement
      Object.assign(window, { kept: frame })
      frame.remove()
      await new Promise((resolve) => setTimeout(resolve, 100))
    })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.frameLocator('iframe').locator('p').waitFor()
  await takeOut()
  await putBack()
  await page.frameLocator('iframe').locator('p').waitFor()
  expect(films()).toBe(2)

  await takeOut()
  await withGate(page, (gate) => gate.withdraw().ok)
  await putBack()
  await page.locator('[data-consent-gate-placeholder]').waitFor()
  await page.waitForTimeout(200)
  expect(films()).toBe(2)
})

const FRAME = '<iframe data-category="media" data-service="videos" data-src="/film"></iframe>'
const film = { '/': gatePage(config, FRAME), '/film': '<p>film</p>' }
const frameIs = `{
  src: document.querySelector('iframe').getAttribute('src'),
  hidden: document.querySelector('iframe').hidden,
  children: document.querySelector('iframe').contentDocument.body.childElementCount,
}`

test('P2 a copy of an open frame that the page puts back after the withdrawal is emptied', async () => {
  const { page } = await openSite({ page: film })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.frameLocator('iframe').locator('p').waitFor()
  await page.evaluate('window.copy = document.body.cloneNode(true)')
  await withGate(page, (gate) => gate.withdraw().ok)
  await page.locator('[data-consent-gate-placeholder]').waitFor()
  await page.evaluate('document.body.replaceWith(copy)')
  await page.locator('[data-consent-gate-placeholder]').waitFor()
  await page.waitForTimeout(300)
  expect(await page.evaluate(`(${frameIs})`)).toEqual({ src: null, hidden: true, children: 0 })
})

test('P2 a frame that destroy() left open is emptied by a start that is denied', async () => {
  const { page } = await openSite({ page: film })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.frameLocator('iframe').locator('p').waitFor()
  await page.evaluate(`{
    ConsentGate.destroy()
    document.cookie = 'consent_gate=; max-age=0; path=/'
    const tag = document.createElement('script')
    tag.src = '/gate/gate.js'
    tag.dataset.config = '#config'
    document.head.append(tag)
  }`)
  await page.locator('[data-consent-gate-placeholder]').waitFor()
  await page.waitForTimeout(300)
  expect(await page.evaluate(`(${frameIs})`)).toEqual({ src: null, hidden: true, children: 0 })
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

test('P2 pictures and style sheets of a copy that the page puts back after the withdrawal are emptied', async () => {
  const { page } = await openSite({
    page: {
      '/': gatePage(
        config,
        '<img data-category="media" data-src="/still.png"><link rel="stylesheet" data-category="media" data-href="/player.css"><img src="/lazy.png" data-src="/lazy.png" data-category="shoes">',
      ),
      '*': '',
    },
  })
  const open = page.locator('[data-category="media"]:is([src],[href])')
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(() => open.count()).toBe(2)
  await page.evaluate('window.copy = document.body.cloneNode(true)')
  await withGate(page, (gate) => gate.withdraw().ok)
  await expect.poll(() => open.count()).toBe(0)
  await page.evaluate('document.body.replaceWith(copy)')
  await expect.poll(() => open.count()).toBe(0)
  // What happens to have the attributes of another script keeps its picture.
  expect(await page.locator('[data-category="shoes"][src]').count()).toBe(1)
})

test('P2 what plays and what is embedded ends at a withdrawal; a source starts its player at a yes', async () => {
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(
        config,
        `<video id="own" data-category="media" data-src="/own.mp4"></video>
        <video id="outer"><source data-category="media" data-src="/source.mp4"></video>
        <embed data-category="media" data-src="/embedded">`,
      ),
      '/embedded': '<script>setInterval(() => fetch("/tick"), 50)</script>',
      '*': '',
    },
  })
  const asked = (path: string) => requests.filter(({ url }) => url.pathname === path).length
  await withGate(page, (gate) => gate.acceptAll().ok)
  for (const path of ['/own.mp4', '/source.mp4', '/tick'])
    await expect.poll(() => asked(path)).toBeGreaterThan(0)

  await withGate(page, (gate) => gate.withdraw().ok)
  await page.waitForTimeout(300)
  const ticks = asked('/tick')
  await page.waitForTimeout(300)
  expect(asked('/tick')).toBe(ticks)
  expect(await page.evaluate('[own.networkState, outer.networkState]')).not.toContain(2)
  expect(await page.evaluate('own.networkState')).toBe(0)
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

test.each<[what: string, config: object, frame: string]>([
  ['of a visitor who is not asked', { ...config, minor: true }, FRAME],
  ['of an id that nobody declared', config, '<iframe data-category="maps" data-src="/film"></iframe>'],
  [
    'of a service with a mistake',
    { ...config, services: [{ id: 'videos', category: 'necessary' }] },
    '<iframe data-category="media" data-service="videos" data-src="/film"></iframe>',
  ],
  ['that is a pixel', config, FRAME.replace('<iframe', '<iframe width="1" height="1" style="display:none"')],
])('P17 nothing asks in the place of a frame %s', async (_, given, frame) => {
  const { page } = await openSite({ page: { '/': gatePage(given, frame), '/film': '<p>film</p>' } })
  await page.locator('[data-consent-gate-placeholder]').waitFor({ state: 'attached' })
  expect(await page.locator('[data-consent-gate-placeholder]').isVisible()).toBe(false)
  expect(await page.locator('iframe').isVisible()).toBe(false)
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

test('P13 the placeholder speaks the language that the visitor changes to, and keeps the focus', async () => {
  const texts = { placeholderAccept: 7 }
  const { page } = await openSite({
    page: gatePage(
      { ...config, ui: { lang: 'ko', texts } },
      '<iframe data-category="media" data-service="videos" data-src="/film"></iframe>',
    ),
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
  const frame = '<iframe data-category="media" data-service="videos" data-src="/film"></iframe>'
  const heightWith = async (head: string) => {
    const { page, errors } = await openSite({
      page: {
        '/': gatePage(config, head + frame),
        '/own.css': {
          headers: { 'content-type': 'text/css' },
          body: 'button { min-height: 30px; padding: 0 }',
        },
      },
      headers: { 'content-security-policy': "style-src 'self'" },
    })
    const button = page.locator('[data-consent-gate-placeholder] button')
    await button.waitFor()
    expect(errors).toEqual([])
    return (await button.boundingBox())?.height
  }
  expect(await heightWith('')).toBeGreaterThanOrEqual(44)
  expect(await heightWith('<link rel="stylesheet" href="/own.css">')).toBe(30)
})

test('P17 a site that lays out frames and what stands for them shows neither an empty frame nor a button for nothing', async () => {
  const { page } = await openSite({
    page: gatePage(
      config,
      `<style>iframe { display: block } [data-consent-gate-placeholder] { display: grid }</style>
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

test('P15 destroy() leaves neither a placeholder nor its sheet, and the frame as the page wrote it', async () => {
  const { page } = await openSite({
    page: gatePage(config, '<iframe data-category="media" data-service="videos" data-src="/film"></iframe>'),
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

test('an unknown category is an issue and stays held; a withdrawal says which scripts remain', async () => {
  const { page } = await openSite({
    page: gatePage(
      config,
      `<script type="text/plain" data-category="marketing">${log('never')}</script>
       <script type="text/plain" data-category="markting" data-service="videos">${log('never')}</script>
       ${gated('', log('stats'))}`,
    ),
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction(ran(['stats']))
  const issues = await withGate(page, (gate) => {
    gate.withdraw()
    const found: string[] = []
    gate.onIssue(({ code, value }) => found.push(`${code} ${JSON.stringify(value)}`))
    return found
  })
  expect(issues).toEqual(
    expect.arrayContaining(['CG402 "marketing"', 'CG402 "markting"', 'CG404 ["inline"]']),
  )
})

const nonce = 'abc123'
const strict = {
  'content-security-policy': `script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; require-trusted-types-for 'script'; trusted-types consent-gate consent-gate#gates`,
}
const withNonce = (html: string) => html.replaceAll('<script async', `<script nonce="${nonce}" async`)

test('P12 where gate.js carries a nonce, a gated script runs only with the same one', async () => {
  const { page, errors } = await openSite({
    page: withNonce(
      gatePage(
        config,
        `${gated(`nonce="${nonce}"`, log('with nonce'))}${gated('', log('without'))}${gated('nonce="other"', log('other'))}${gated('data-src="/one.js"')}${gated('data-src="/two.js"')}`,
      ),
    ),
    headers: strict,
  })
  await page.locator('#consent-gate [data-role=accept]').click()
  await page.waitForFunction(ran(['with nonce']))
  await page.waitForTimeout(200)
  expect(await page.evaluate('window.ran')).toEqual(['with nonce'])
  const held = await withGate(page, (gate) => {
    const paths: string[] = []
    gate.onIssue(({ code, path }) => code === 'CG403' && paths.push(path))
    return paths
  })
  expect(held).toEqual([
    'script[data-category="analytics"]',
    'script[data-category="analytics"][data-src="/one.js"]',
    'script[data-category="analytics"][data-src="/two.js"]',
  ])
  expect(errors.filter((error) => /Content Security|Trusted/.test(error))).toEqual([])
})

test.each([
  ['none that can be read', '<p id="config">{'],
  ['one of another shape', gatePage({ ...config, policies: 'v1' })],
  ['one with another nonce', gatePage({ ...config, nonce: 'other' })],
])('P12 the nonce of gate.js is the rule whatever the configuration is: %s', async (_, html) => {
  const tag = '<script async src="/gate/gate.js" data-config="#config"></script>'
  const script = (attributes: string, text: string) =>
    `<script type="text/plain" data-category="necessary" ${attributes}>${text}</script>`
  const { page } = await openSite({
    page: withNonce(
      (html.includes(tag) ? html : html + tag) +
        script('', log('without')) +
        script('nonce="other"', log('other')) +
        script(`nonce="${nonce}"`, log('with nonce')),
    ),
    headers: strict,
  })
  await page.waitForFunction('window.ran')
  expect(await page.evaluate('window.ran')).toEqual(['with nonce'])
})

test.each([
  '<script data-category="necessary" data-src="/evil.js"></script>',
  '<script type="module" data-category="necessary" data-src="/evil.js"></script>',
  '<svg><script data-category="necessary" data-href="/evil.js"></script></svg>',
])('P12 gating opens no hole for markup that the policy refuses: %s', async (injected) => {
  const { page, requests } = await openSite({
    page: {
      '/': withNonce(
        gatePage(config, `${injected}<img data-category="necessary" data-src="/still.png" alt="">`),
      ),
      '/evil.js': log('evil'),
    },
    headers: strict,
  })
  // What stands behind it in the document is open.
  await expect.poll(() => requests.some(({ url }) => url.pathname === '/still.png')).toBe(true)
  await page.waitForTimeout(200)
  expect(requests.some(({ url }) => url.pathname === '/evil.js')).toBe(false)
  expect(await page.evaluate('window.ran')).toBeUndefined()
})

test('P14 five thousand gated elements run in slices: the page gets its turn in between', async () => {
  const { page } = await openSite({
    page: gatePage(config, gated('', 'window.count = (window.count || 0) + 1').repeat(5000)),
  })
  await page.evaluate(`{
    window.turns = new Set()
    const look = () => {
      if (window.count) turns.add(window.count)
      setTimeout(look)
    }
    look()
  }`)
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction('window.count === 5000', undefined, { timeout: 30_000 })
  // How long a slice takes is measured by a command, not asserted by the clock.
  expect(await page.evaluate('turns.size')).toBeGreaterThan(5)
})
