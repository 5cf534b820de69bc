import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { decodeRecord } from '@consent-gate/core'
import { build } from 'esbuild'
import { Cookie } from 'tough-cookie'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeBlocks } from './codeBlocks.js'
import { root } from './root.js'
import { scratchFolder } from './scratchFolder.js'

const DOCUMENT = 'SERVER_SIDE.md'
const lines = codeBlocks(DOCUMENT, 'http').map((block) =>
  Cookie.parse(block.replace('Set-Cookie: ', '').trim()),
)
const [start, end] = lines

describe('P5 the Set-Cookie lines of SERVER_SIDE.md', () => {
  test('a session starts without an expiry, for this host alone, unreadable for scripts', () => {
    expect(start).toMatchObject({
      key: '__Host-sid',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
    })
    expect(start).toMatchObject({ expires: 'Infinity', maxAge: null, domain: null })
  })

  test('it ends with the same attributes and an expiry in the past', () => {
    for (const part of ['key', 'path', 'domain', 'secure', 'httpOnly', 'sameSite'] as const)
      expect(end?.[part]).toBe(start?.[part])
    expect(end?.value).toBe('')
    expect(end?.maxAge).toBe(0)
    expect(end?.expires).toEqual(new Date(0))
  })
})

test.each(['Spring Boot', 'Django', 'Rails', 'Laravel'])(
  'P5 %s, which asks every POST for a CSRF token, is told how a log-out by logoutUrl gets through',
  (framework) => {
    const said = readFileSync(join(root, DOCUMENT), 'utf8')
      .split('\n### ')
      .find((part) => part.startsWith(`${framework}\n`))
    expect(said).toMatch(/CSRF token on that .+ `logoutUrl`, exempt it.* and compare `Origin` with your host/)
  },
)

test('the record in SERVER_SIDE.md decodes to what its table says', () => {
  const [record = ''] = codeBlocks(DOCUMENT, 'text')
  expect(decodeRecord(record.trim())).toEqual({
    id: '2748163905-1394027756',
    policy: '2026-12-01',
    rev: 3,
    time: Date.parse('2026-12-01T09:30:00.123Z'),
    source: 'preferences',
    choices: { 'google-analytics': 'denied', videos: 'granted' },
    seen: '2027-03-01',
  })
})

describe('keepRefusal of SERVER_SIDE.md', () => {
  const folder = scratchFolder()
  let keepRefusal: (cookieHeader: string, now?: number) => string | null
  const time = Date.parse('2026-12-01T00:00:00Z')
  const day = 86_400_000
  const record = (answers: string) => `consent_gate=1.id-1.v1.1.${time.toString(36)}.notice${answers}`

  beforeAll(async () => {
    const block = codeBlocks(DOCUMENT, 'ts').find((code) => code.includes('keepRefusal')) ?? ''
    writeFileSync(join(folder, 'keepRefusal.ts'), block)
    const outfile = join(folder, 'keepRefusal.mjs')
    await build({ entryPoints: [join(folder, 'keepRefusal.ts')], bundle: true, format: 'esm', outfile })
    keepRefusal = (await import(pathToFileURL(outfile).href)).keepRefusal
  })

  test('P7 sends a refusal back as it came, for what is left of its days', () => {
    const line = keepRefusal(`a=1; ${record('.videos0')}; b=2`, time + 10 * day)
    expect(line).toBe(`${record('.videos0')}; Path=/; Max-Age=${170 * 86_400}; SameSite=Lax; Secure`)
  })

  test.each([
    ['P7 a record that grants something', `${record('.ads0.videos1')}`, time],
    ['an expired one', record('.videos0'), time + 181 * day],
    ['two of them', `${record('.videos0')}; ${record('.videos0')}`, time],
    ['a broken one', 'consent_gate=1.x', time],
    ['none', '', time],
  ])('never %s', (_name, header, now) => {
    expect(keepRefusal(header, now)).toBeNull()
  })
})
