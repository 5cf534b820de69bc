import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../repo/root.js'
import { membersOf } from './membersOf.js'

const DOCUMENT = 'docs/write-an-adapter.md'
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const markdown = read(DOCUMENT)
const snippets = [...markdown.matchAll(/^<!-- (\S+) -->\n```ts\n([\s\S]*?)^```$/gm)].map(
  ([, file = '', code = '']) => ({ file, code, first: code.trim().split('\n')[0] ?? '' }),
)

const SERVICE = 'packages/core/src/types/service.ts'
/** Members of an interface, without those of objects inside it. */
const membersIn = (file: string, name: string) =>
  membersOf(file, name).filter((member) => !member.includes('.'))

test(`${DOCUMENT} takes its code from real files, all but the two outlines of the seam`, () => {
  expect(snippets.length).toBeGreaterThan(8)
  expect(markdown.match(/^```ts$/gm)).toHaveLength(snippets.length + 2)
})

describe(DOCUMENT, () => {
  test.each(snippets)('"$first" stands in $file', ({ file, code }) => {
    expect(read(file)).toContain(code)
  })
})

describe('the outlines of the seam', () => {
  test.each(['Service', 'ServiceAdvice'])('%s names what the interface has, and nothing else', (name) => {
    expect(membersIn(DOCUMENT, name)).toEqual(membersIn(SERVICE, name))
  })

  test('tells what a disclosure tells', () => {
    const [, told = ''] = markdown.match(/what a disclosure tells: (.+)/) ?? []
    expect(told.split(', ')).toEqual(membersIn(SERVICE, 'ServiceDisclosure'))
  })
})
