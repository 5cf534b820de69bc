import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../repo/root.js'

const DOCUMENT = 'docs/write-an-adapter.md'
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const markdown = read(DOCUMENT)
const snippets = [...markdown.matchAll(/^<!-- (\S+) -->\n```ts\n([\s\S]*?)^```$/gm)].map(
  ([, file = '', code = '']) => ({ file, code, first: code.trim().split('\n')[0] ?? '' }),
)

test(`${DOCUMENT} takes its code from real files, all but the outline of the seam`, () => {
  expect(snippets.length).toBeGreaterThan(8)
  expect(markdown.match(/^```ts$/gm)).toHaveLength(snippets.length + 1)
})

describe(DOCUMENT, () => {
  test.each(snippets)('"$first" stands in $file', ({ file, code }) => {
    expect(read(file)).toContain(code)
  })
})

test('the outline of the seam names what the interface has, and nothing else', () => {
  const [, outline = ''] = markdown.match(/^interface Service \{\n([\s\S]*?)^\}$/m) ?? []
  const members = (text: string) =>
    [...text.matchAll(/^ {2}(?:readonly )?(\w+)\??[:(]/gm)].map(([, name]) => name)
  const source = read('packages/core/src/types/service.ts')
  const [, service = ''] =
    source.match(/^export interface Service extends ServiceDisclosure \{\n([\s\S]*?)^\}$/m) ?? []
  const [, disclosure = ''] = source.match(/^export interface ServiceDisclosure \{\n([\s\S]*?)^\}$/m) ?? []
  const [, told = ''] = outline.match(/what a disclosure tells: (.+)/) ?? []
  expect(members(outline)).toEqual(members(service))
  expect(told.split(', ')).toEqual(members(disclosure))
})
