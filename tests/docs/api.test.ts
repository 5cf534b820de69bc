import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'
import { checkTypes } from '../repo/checkTypes.js'
import { codeBlocks } from '../repo/codeBlocks.js'
import { root } from '../repo/root.js'
import { scratchFolder } from '../repo/scratchFolder.js'
import { trackedFiles } from '../repo/trackedFiles.js'
import { membersOf } from './membersOf.js'
import { section } from './section.js'
import { codesIn, tableOf } from './tableOf.js'

const DOCUMENT = 'docs/api.md'
const CONSENT = 'packages/core/src/types/consent.ts'
const SNAPSHOT = 'packages/core/src/types/snapshot.ts'
const FOR_INTERFACES = '## For interfaces built on it'
const SITE = ['## Reading', '## Choosing', '## The interface', '## Events', '## The end']

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const outer = (members: string[]) => members.filter((member) => !member.includes('.'))
/** `save({ analytics: true })` is `save`. */
const named = (heading: string, head: string) =>
  tableOf(section(DOCUMENT, heading), head).flatMap(([cell]) =>
    codesIn(cell).map((code) => code.replace(/\W.*/, '')),
  )

/** The members of `Consent`, before and after the line that says what is for interfaces alone. */
const all = membersOf(CONSENT, 'Consent')
const [, after = ''] = read(CONSENT).match(/^ {2}\/\/ For interfaces built on it\.\n([\s\S]*?)^\}/m) ?? []
const forInterfaces = all.filter((member) => new RegExp(`^ {2}(readonly )?${member}\\b`, 'm').test(after))
const forSites = all.filter((member) => !forInterfaces.includes(member))

describe('the types of window.ConsentGate, as pasted', () => {
  const folder = scratchFolder()

  test('know the queue before the script is there, and the API after it', async () => {
    const use = `;(window.ConsentGate ??= []).push((gate) => gate.subscribe(({ state }) => gate.tag + state.analytics))\n`
    writeFileSync(join(folder, 'page.ts'), codeBlocks(DOCUMENT, 'ts').join('\n') + use)
    expect((await checkTypes(folder, 'page.ts')).stdout).toBe('')
  })
})

describe(DOCUMENT, () => {
  test('names every member of a consent that is for sites, once, and no other', () => {
    expect(forSites.length).toBeGreaterThan(15)
    expect(SITE.flatMap((heading) => named(heading, 'member')).sort()).toEqual(forSites.sort())
  })

  test('lists those that are there for an interface alone as such, in the order of the type', () => {
    expect(forInterfaces.length).toBeGreaterThan(5)
    expect(named(FOR_INTERFACES, 'member')).toEqual(forInterfaces)
  })

  test('names what the object in a page has, and nothing that it has not', async () => {
    const { page } = await openSite({ page: gatePage() })
    const has = await withGate(page, (gate) => Object.keys(gate))
    const headings = [...SITE, FOR_INTERFACES, '## The queue of the script tag']
    expect(headings.flatMap((heading) => named(heading, 'member')).sort()).toEqual(has.sort())
  })

  test.each([
    ['Reading', 'field', SNAPSHOT, 'Snapshot'],
    ['Choosing', 'field', CONSENT, 'ChoiceResult'],
    ['The queue of the script tag', 'member', 'packages/loader/src/queue.ts', 'ConsentGate'],
    ['The session', 'member', 'packages/core/src/types/session.ts', 'Session'],
    ["The visitor's own data", 'field', CONSENT, 'ExportedData'],
  ])('"%s" has every %s of %s, %s', (heading, head, file, name) => {
    expect(named(`## ${heading}`, head).sort()).toEqual(outer(membersOf(file, name)).sort())
  })

  test('names what becomes of cookies, and where an answer can come from', () => {
    const choosing = codesIn(section(DOCUMENT, '## Choosing'))
    const [, sources = ''] = read('packages/core/src/types/record.ts').match(/ChoiceSource = (.+)/) ?? []
    const quoted = [...sources.matchAll(/'(\w+)'/g)].map(([, source]) => source)
    expect(quoted.length).toBeGreaterThan(3)
    expect(choosing).toEqual(expect.arrayContaining([...membersOf(CONSENT, 'SweepReport'), ...quoted]))
  })

  test('names every reason of a snapshot', () => {
    const [, union = ''] = read(SNAPSHOT).match(/type Reason =([\s\S]+?)\n\n/) ?? []
    const reasons = [...union.matchAll(/'([\w-]+)'/g)].map(([, reason]) => reason)
    const row = tableOf(section(DOCUMENT, '## Reading'), 'field').find(([cell]) => cell === '`reason`')
    expect(codesIn(row?.[1]).sort()).toEqual(reasons.sort())
  })

  test('names every reason of a refused session, and the code gives each of them', () => {
    const type = read('packages/core/src/types/session.ts').match(/type SessionFailure =([\s\S]+?)\n\n/) ?? []
    const code = trackedFiles(/(?<!\.test)\.ts$/, 'packages/core/src').filter(
      (file) => !file.includes('/types/'),
    )
    const source = code.map(read).join()
    const given = [...(type[1] ?? '').matchAll(/'([\w-]+)'/g)].map(([, reason = '']) => reason)
    expect(given.length).toBeGreaterThan(5)
    expect(given.filter((reason) => !source.includes(`'${reason}'`))).toEqual([])
    const rows = tableOf(section(DOCUMENT, '## The session'), 'reason')
    expect(rows.flatMap(([reason]) => codesIn(reason)).sort()).toEqual(given.sort())
  })
})

test('acceptAll with the source of a notice answers what is pending, with another everything', async () => {
  const media = { id: 'films', category: 'media' }
  const { page } = await openSite({
    page: gatePage({ services: [media, { id: 'maps', category: 'media' }] }),
  })
  const states = await withGate(page, (gate) => {
    gate.save({ films: false })
    const notice = { ...gate.acceptAll('notice').snapshot.state }
    return [notice, gate.acceptAll().snapshot.state]
  })
  expect(states).toMatchObject([
    { films: 'denied', maps: 'granted' },
    { films: 'granted', maps: 'granted' },
  ])
})
