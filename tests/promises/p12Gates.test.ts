import { expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'
import { config, FRAME, gated, log } from './gatedMarkup.js'

const nonce = 'abc123'
const strict = {
  'content-security-policy': `script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; require-trusted-types-for 'script'; trusted-types consent-gate consent-gate#gates`,
}
const withNonce = (html: string) => html.replaceAll('<script async', `<script nonce="${nonce}" async`)

test.each([
  ['strict-dynamic', strict],
  [
    'the nonce alone',
    { 'content-security-policy': strict['content-security-policy'].replace(" 'strict-dynamic'", '') },
  ],
])(
  'P12 where gate.js carries a nonce, a gated script runs only with the same one: %s',
  async (_, headers) => {
    const { page, errors } = await openSite({
      page: {
        '/': withNonce(
          gatePage(
            config,
            `${gated(`nonce="${nonce}"`, log('with nonce'))}${gated('', log('without'))}${gated('nonce="other"', log('other'))}${gated('data-src="/one.js"')}${gated('data-src="/two.js"')}${gated(`nonce="${nonce}" data-src="/three.js"`)}`,
          ),
        ),
        '/three.js': log('three'),
      },
      headers,
    })
    await page.locator('#consent-gate [data-role=accept]').click()
    // Not by a function that waits in the page, which the policy may refuse.
    await expect.poll(() => page.evaluate('window.ran')).toEqual(['with nonce', 'three'])
    await page.waitForTimeout(200)
    expect(await page.evaluate('window.ran')).toEqual(['with nonce', 'three'])
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
  },
)

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

test('P12 a tag without a nonce goes by the one of the configuration', async () => {
  const { page } = await openSite({
    page:
      gatePage({ ...config, nonce }) +
      ['', 'nonce="other"', `nonce="${nonce}"`]
        .map(
          (attributes) =>
            `<script type="text/plain" data-category="necessary" ${attributes}>${log(attributes)}</script>`,
        )
        .join(''),
  })
  await page.waitForFunction('window.ran')
  await page.waitForTimeout(200)
  expect(await page.evaluate('window.ran')).toEqual([`nonce="${nonce}"`])
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

test('P12 what is embedded waits and shows under Trusted Types, which mind its address', async () => {
  const { page, requests, errors } = await openSite({
    page: {
      '/': gatePage(config, '<embed data-category="media" data-src="/embedded">'),
      '/embedded': '<p>embedded</p>',
    },
    headers: {
      'content-security-policy':
        "require-trusted-types-for 'script'; trusted-types consent-gate consent-gate#gates",
    },
  })
  const asked = () => requests.filter(({ url }) => url.pathname === '/embedded').length
  await withGate(page, (gate) => gate.get())
  expect(asked()).toBe(0)
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(asked).toBe(1)
  expect(errors).toEqual([])
})

test('P12 a page that gates no script needs no policy for them', async () => {
  const { page, requests, errors } = await openSite({
    page: {
      '/': gatePage(
        config,
        `${FRAME}<img data-category="media" data-src="/dot.svg" alt=""><link rel="stylesheet" data-category="media" data-href="/look.css">`,
      ),
      '/film': '<p>film</p>',
      '/dot.svg': {
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="5" height="5"/>',
        headers: { 'content-type': 'image/svg+xml' },
      },
      '/look.css': { body: 'p {}', headers: { 'content-type': 'text/css' } },
    },
    headers: {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types consent-gate",
    },
  })
  await withGate(page, (gate) => gate.acceptAll().ok)
  await expect.poll(() => page.evaluate(() => document.images[0]?.naturalWidth)).toBe(5)
  const asked = requests.map(({ url }) => url.pathname)
  expect(asked).toEqual(expect.arrayContaining(['/film', '/dot.svg', '/look.css']))
  expect(errors).toEqual([])
})

test.each([
  '<a id="x" data-category="necessary" data-href="javascript:ran = 1">read on</a>',
  '<a id="x" data-category="necessary" data-href=" java&#10;script:ran = 1">read on</a>',
  '<svg width="9" height="9"><a id="x" data-category="necessary" data-href="javascript:ran = 1"><rect width="9" height="9" /></a></svg>',
  '<iframe id="x" data-category="necessary" data-src="javascript:parent.ran = 1"></iframe>',
])('P12 gating makes no code of an address that a sanitiser lets through: %s', async (injected) => {
  const { page } = await openSite({ page: gatePage(config, `<script>ran = 0</script>${injected}`) })
  const told = withGate(
    page,
    (gate) => new Promise((resolve) => gate.onIssue(({ code, path }) => code === 'CG405' && resolve(path))),
  )
  await page.waitForFunction('window.ConsentGate?.get')
  await page.waitForTimeout(500)
  await page.locator('#x').click({ force: true })
  await page.waitForTimeout(200)
  expect(await page.evaluate('ran')).toBe(0)
  expect(await told).toBe('[data-category="necessary"]')
})

test('P12 where a script of the page inserts gate.js without a nonce, gated scripts need the one of the page', async () => {
  const html = gatePage(config).replace(/<script async.*?<\/script>/, '')
  const own = `<script nonce="${nonce}">
    const gate = document.createElement('script')
    gate.src = '/gate/gate.js'
    gate.dataset.config = '#config'
    document.head.append(gate)
  </script>`
  const held = (attributes: string, text = '') =>
    `<script type="text/plain" data-category="necessary" ${attributes}>${text}</script>`
  const { page, requests } = await openSite({
    page: {
      // What is gated says nothing of the page's nonce, wherever it stands, and an empty one is none.
      '/': `${html}<script nonce=""></script>${held('nonce="own"', log('first'))}${own}${held('data-src="/evil.js"')}${held('', log('evil'))}${held('nonce="other"', log('other'))}${held(`nonce="${nonce}"`, log('with nonce'))}`,
      '/evil.js': log('evil'),
    },
    // The page's own script hands on what `strict-dynamic` trusts it with.
    headers: { 'content-security-policy': `script-src 'nonce-${nonce}' 'strict-dynamic'` },
  })
  await expect.poll(() => page.evaluate('window.ran')).toEqual(['with nonce'])
  await page.waitForTimeout(200)
  expect(await page.evaluate('window.ran')).toEqual(['with nonce'])
  expect(requests.some(({ url }) => url.pathname === '/evil.js')).toBe(false)
})

test('P12 an address that is none is given as it is written: the browser makes nothing of it', async () => {
  const { page } = await openSite({
    page: gatePage(config, '<a data-category="necessary" data-href="https://[">read on</a>'),
  })
  await page.locator('a[href="https://["]').waitFor()
  const issues = await withGate(page, (gate) => {
    const codes: string[] = []
    gate.onIssue(({ code }) => codes.push(code))
    return codes
  })
  expect(issues).not.toContain('CG405')
})

test('P12 a nonce that somebody put above the page’s own scripts opens no gated script', async () => {
  const html = gatePage(config).replace(/<script async.*?<\/script>/, '')
  const held = (value: string) =>
    `<script type="text/plain" data-category="necessary" nonce="${value}">${log(value)}</script>`
  const { page } = await openSite({
    page: `<script nonce="evil"></script>${held('evil')}${html}<script nonce="${nonce}">
      const gate = document.createElement('script')
      gate.src = '/gate/gate.js'
      gate.dataset.config = '#config'
      document.head.append(gate)
    </script>`,
    headers: { 'content-security-policy': `script-src 'nonce-${nonce}' 'strict-dynamic'` },
  })
  const told = await withGate(
    page,
    (gate) => new Promise((resolve) => gate.onIssue(({ code, value }) => code === 'CG403' && resolve(value))),
  )
  expect(told).toContain("'evil'")
  expect(await page.evaluate('window.ran')).toBeUndefined()
})

test('P12 a nonce that the page shows later is the rule from then on', async () => {
  const { page } = await openSite({ page: gatePage(config) })
  const insert = (name: string) =>
    page.evaluate((code) => {
      const held = Object.assign(document.createElement('script'), { type: 'text/plain', text: code })
      held.dataset.category = 'necessary'
      document.body.append(held)
    }, log(name))
  await insert('before')
  await page.waitForFunction('window.ran')
  await page.evaluate((value) => {
    const own = document.createElement('script')
    own.setAttribute('nonce', value)
    document.head.append(own)
  }, nonce)
  await insert('after')
  const told = await withGate(
    page,
    (gate) => new Promise((resolve) => gate.onIssue(({ code, value }) => code === 'CG403' && resolve(value))),
  )
  expect(told).toContain("'after'")
  expect(await page.evaluate('window.ran')).toEqual(['before'])
})

test('P12 a script that its type does not hold back gets no address from us', async () => {
  const { page, requests } = await openSite({
    page: {
      '/': withNonce(
        gatePage(
          config,
          `<script nonce="${nonce}" data-category="analytics" data-src="/one.js"></script>${gated(`nonce="${nonce}"`, log('held'))}`,
        ),
      ),
      '/one.js': log('one'),
    },
    headers: { 'content-security-policy': `script-src 'nonce-${nonce}' 'strict-dynamic'` },
  })
  await page.locator('#consent-gate [data-role=accept]').click()
  await expect.poll(() => page.evaluate('window.ran')).toEqual(['held'])
  await page.waitForTimeout(200)
  expect(requests.filter(({ url }) => url.pathname === '/one.js')).toEqual([])
})
