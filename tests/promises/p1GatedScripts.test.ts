import { expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'
import { config, gated, log, ran } from './gatedMarkup.js'

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
    await page.evaluate((name) => {
      const body = document.createElement('body')
      const script = document.createElement('script')
      script.type = 'text/plain'
      script.dataset.category = 'analytics'
      script.text = `window.ran.push('${name}')`
      body.append(script)
      document.body.replaceWith(body)
    }, round)
    await page.waitForFunction(`window.ran.includes('${round}')`)
  }
  expect(await page.evaluate('window.ran')).toEqual(['necessary', '1', '2', '3'])
})

test('P1 a script that has half arrived runs as a whole once all of it is there, and in its place', async () => {
  const { page, errors } = await openSite({ page: gatePage(config, '<iframe></iframe>') })
  await withGate(page, (gate) => gate.acceptAll().ok)
  // A page that comes in pieces, as from a slow server, for a visitor who said yes before.
  const arrive = (piece: string) =>
    page.evaluate((html) => document.querySelector('iframe')?.contentDocument?.write(html), piece)
  const order = () => page.evaluate('frames[0].ran')
  await arrive(`<!doctype html><body>${gatePage(config)}${gated('', log('before'))}<p>text</p>`)
  await page.waitForFunction('frames[0].ran?.length === 1')
  const [start = '', end = ''] = gated('', `${log('start')};${log('end')}`).split(';')
  await arrive(`${start};`)
  await page.waitForTimeout(300)
  expect(await order()).toEqual(['before'])
  await arrive(`${end}${gated('', log('after'))}`)
  await page.waitForFunction('frames[0].ran.length === 3')
  await page.waitForTimeout(300)
  // More of what nothing follows may be to come.
  expect(await order()).toEqual(['before', 'start', 'end'])
  await page.evaluate('frames[0].document.close()')
  await page.waitForFunction('frames[0].ran.length === 4')
  expect(await order()).toEqual(['before', 'start', 'end', 'after'])
  expect(errors).toEqual([])
})

test('P1 a script that has half arrived is not taken for whole because our own notice stands behind it', async () => {
  const { page } = await openSite({ page: gatePage(config, '<iframe></iframe>') })
  await withGate(page, (gate) => gate.hide())
  const arrive = (piece: string) =>
    page.evaluate((html) => document.querySelector('iframe')?.contentDocument?.write(html), piece)
  const necessary = `<script type="text/plain" data-category="necessary">`
  await arrive(`<!doctype html><body>${gatePage(config)}${necessary}${log('before')}</script><p>text</p>`)
  await page.waitForFunction('frames[0].ran?.length === 1')
  await page.frameLocator('iframe').locator('#consent-gate').waitFor({ state: 'attached' })
  await arrive(`${necessary}${log('start')};`)
  await page.waitForTimeout(300)
  expect(await page.evaluate('frames[0].ran')).toEqual(['before'])
  await arrive(`${log('end')}</script>`)
  await page.evaluate('frames[0].document.close()')
  await page.waitForFunction('frames[0].ran.length === 3')
  expect(await page.evaluate('frames[0].ran')).toEqual(['before', 'start', 'end'])
})

test('P1 the last script of the head does not wait for the end of the page', async () => {
  const { page } = await openSite({ page: gatePage(config, '<iframe></iframe>') })
  await withGate(page, (gate) => gate.acceptAll().ok)
  const arrive = (piece: string) =>
    page.evaluate((html) => document.querySelector('iframe')?.contentDocument?.write(html), piece)
  await arrive(`<!doctype html><head>${gatePage(config)}${gated('', log('before'))}<meta>`)
  await page.waitForFunction('frames[0].ran?.length === 1')
  // What we load stands in the head by now, and is not what follows.
  await arrive(`${gated('', log('last'))}</head><body><p>text</p>`)
  await page.waitForFunction('frames[0].ran.length === 2', undefined, { timeout: 5000 })
  expect(await page.evaluate('frames[0].document.readyState')).toBe('loading')
})

test('P1 a script of the head that has half arrived is not taken for whole because what we load stands behind it', async () => {
  let answer = () => {}
  const slow = new Promise<void>((resolve) => {
    answer = resolve
  })
  const { page, errors } = await openSite({
    page: {
      '/': gatePage(config, '<iframe></iframe>'),
      '/slow.js': async () => {
        await slow
        return ''
      },
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  const arrive = (piece: string) =>
    page.evaluate((html) => document.querySelector('iframe')?.contentDocument?.write(html), piece)
  await arrive(`<!doctype html><head>${gatePage(config)}${gated('', log('before'))}<meta>`)
  await page.waitForFunction('frames[0].ran?.length === 1')
  const [start = '', end = ''] = gated('', `${log('start')};${log('end')}`).split(';')
  await arrive(`${start};`)
  // As gtag.js and our own chunks are put there.
  await page.evaluate(() => {
    const { contentDocument: doc } = document.querySelector('iframe') as HTMLIFrameElement
    const script = doc?.createElement('script') as HTMLScriptElement
    script.src = '/slow.js'
    doc?.head.append(script)
  })
  await page.waitForTimeout(300)
  expect(await page.evaluate('frames[0].ran')).toEqual(['before'])
  answer()
  await arrive(`${end}</head><body><p>text</p>`)
  await page.waitForFunction('frames[0].ran.length === 3')
  expect(await page.evaluate('frames[0].ran')).toEqual(['before', 'start', 'end'])
  expect(errors).toEqual([])
})

test.each([
  ['the last of a box', ['before', 'last']],
  ['one that leaves it again', ['before', 'behind']],
])('P1 in a page that is still coming nothing waits for its end because of %s', async (which, expected) => {
  const { page } = await openSite({ page: gatePage(config, '<iframe></iframe>') })
  await withGate(page, (gate) => gate.acceptAll().ok)
  const arrive = (piece: string) =>
    page.evaluate((html) => document.querySelector('iframe')?.contentDocument?.write(html), piece)
  await arrive(`<!doctype html><body>${gatePage(config)}${gated('', log('before'))}<p>text</p>`)
  await page.waitForFunction('frames[0].ran?.length === 1')
  await arrive(`<div>${gated('id="last"', log('last'))}</div>`)
  await page.waitForTimeout(300)
  if (which.startsWith('the')) await arrive('<p>text</p>')
  else {
    await page.evaluate('frames[0].last.remove()')
    await arrive(`${gated('', log('behind'))}<p>text</p>`)
  }
  await page.waitForFunction('frames[0].ran.length === 2')
  expect(await page.evaluate('frames[0].ran')).toEqual(expected)
  expect(await page.evaluate('frames[0].document.readyState')).toBe('loading')
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
        window.stood = [currentScript.getAttributeNames(), currentScript.parentNode.localName]`,
    },
  })
  const order = () => page.evaluate('window.ran.slice().sort()')
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction('window.ran?.length === 3')
  // A script finds itself where its markup stands.
  expect(await page.evaluate('stood')).toEqual([['src'], 'main'])
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

test.each([
  'data-type="application/javascript"',
  'data-type="text/ecmascript"',
  'data-type="application/x-javascript"',
  'data-type="Text/JavaScript"',
  'nomodule data-type="module"',
])(
  'P17 what ran is told at a withdrawal, in whatever way it says that it is a program: %s',
  async (attributes) => {
    const { page } = await openSite({
      page: { '/': gatePage(config, gated(attributes, log('inline'))) },
    })
    await withGate(page, (gate) => gate.acceptAll().ok)
    await page.waitForFunction(ran(['inline']))
    expect(await page.locator('script[data-category]').count()).toBe(1)
    const told = await withGate(page, (gate) => {
      const values: unknown[] = []
      gate.onIssue(({ code, value }) => code === 'CG404' && values.push(value))
      gate.withdraw()
      return values
    })
    expect(told).toEqual([['inline']])
  },
)

test('P17 a withdrawal tells of the scripts of its service, where they stand; an answer for another tells nothing', async () => {
  const { page } = await openSite({
    page: {
      '/': gatePage(config, gated('', log('first')) + gated('data-service="stats"', log('second'))),
      '/late.js': log('late'),
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction(ran(['first', 'second']))
  await withGate(page, (gate) => {
    const issues: [boolean, unknown][] = []
    Object.assign(window, { issues })
    gate.onIssue(({ code, path, value }) => {
      if (code === 'CG404') issues.push([document.querySelector(path) !== null, value])
    })
    return gate.save({ videos: false }).ok
  })
  expect(await page.evaluate('issues')).toEqual([])
  await withGate(page, (gate) => gate.withdraw('stats').ok)
  const both = [
    [true, ['inline']],
    [true, ['inline']],
  ]
  expect(await page.evaluate('issues')).toEqual(both)
})

/** A granted page in which an inline script comes after one that waits until it is answered. */
async function openWaiting(attributes = '', rest = '') {
  let answer = () => {}
  const slow = new Promise<void>((resolve) => {
    answer = resolve
  })
  const { page, requests } = await openSite({
    page: {
      '/': gatePage(
        config,
        gated(`${attributes}data-src="/slow.js"`) + gated('', log('inline after slow')) + rest,
      ),
      '/second.js': log('second'),
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

test('P1 an inline script does not wait for a script before it that is async', async () => {
  const { page, answer } = await openWaiting('async ')
  await page.waitForFunction(ran(['inline after slow']), undefined, { timeout: 5000 })
  answer()
  await page.waitForFunction(ran(['inline after slow', 'slow']))
})

test('P1 a script that cannot be loaded holds up none after it', async () => {
  const { page } = await openSite({
    page: {
      '/': gatePage(config, gated('data-src="/gone.js"') + gated('', log('inline after gone'))),
      '/gone.js': { status: 404 },
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction(ran(['inline after gone']), undefined, { timeout: 5000 })
})

test('P1 what is inserted while scripts wait for a slow one runs after them', async () => {
  const second = gated('data-src="/second.js"') + gated('', log('inline after second'))
  const { page, answer } = await openWaiting('', second)
  await page.evaluate(
    (html) => {
      const inserted = new DOMParser().parseFromString(html, 'text/html').scripts[0] as HTMLScriptElement
      document.body.append(document.adoptNode(inserted))
    },
    gated('', log('inserted')),
  )
  await page.waitForTimeout(200)
  answer()
  await page.waitForFunction(ran(['slow', 'inline after slow', 'second', 'inline after second', 'inserted']))
})

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

test('P1 an inline script that left the page while it waited for a slow one runs once it is put back', async () => {
  const { page, answer } = await openWaiting()
  await page.evaluate(() => {
    const waiting = [...document.scripts].find(({ text }) => text.includes('inline after slow'))
    Object.assign(window, { waiting })
    waiting?.remove()
  })
  answer()
  await page.waitForFunction('window.ran')
  await page.waitForTimeout(200)
  expect(await page.evaluate('window.ran')).toEqual(['slow'])
  await page.evaluate('document.body.append(window.waiting)')
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

test('an unknown category is an issue and stays held; a withdrawal says which scripts remain', async () => {
  const { page } = await openSite({
    page: gatePage(
      config,
      `<script type="text/plain" data-category="marketing">${log('never')}</script>
       <script type="text/plain" data-category="markting" data-service="videos">${log('never')}</script>
       <script type="text/plain" data-category="analytics" data-service="vidoes">${log('never')}</script>
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
    expect.arrayContaining(['CG402 "marketing"', 'CG402 "markting"', 'CG402 "vidoes"', 'CG404 ["inline"]']),
  )
})

test('P14 five thousand gated elements run in slices: the page gets its turn in between', async () => {
  // A tenth of a millisecond each, on whatever machine: more than a slice has room for.
  const busy = 'for (const end = performance.now() + 0.1; performance.now() < end;);'
  const { page } = await openSite({
    page: gatePage(config, gated('', `${busy}window.count = (window.count || 0) + 1`).repeat(5000)),
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

test("P14 the page's nonces are looked for once for many gated scripts, not for each", async () => {
  const { page } = await openSite({
    page: gatePage(config, gated('', 'window.count = (window.count || 0) + 1').repeat(1000)),
  })
  await page.evaluate(`{
    window.looks = 0
    const own = Document.prototype.querySelectorAll
    document.querySelectorAll = function (selector) {
      if (selector.includes('[nonce]')) looks++
      return own.call(this, selector)
    }
  }`)
  await withGate(page, (gate) => gate.acceptAll().ok)
  await page.waitForFunction('window.count === 1000', undefined, { timeout: 30_000 })
  const looks = await page.evaluate('looks')
  expect(looks).toBeGreaterThan(0)
  expect(looks).toBeLessThan(500)
})
