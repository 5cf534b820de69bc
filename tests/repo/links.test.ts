import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './root.js'
import { trackedFiles } from './trackedFiles.js'

const CODE = /```[\s\S]*?```|`[^`\n]*`/g
const LINK = /\]\(([^)\s]+)\)/g

/** The anchor that a heading gets where Markdown is shown. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const anchors = (markdown: string) =>
  [...markdown.replace(/```[\s\S]*?```/g, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    anchor(heading),
  )

test.each(trackedFiles(/\.md$/))('every relative link in %s leads somewhere', (file) => {
  const markdown = readFileSync(join(root, file), 'utf8')
  const links = [...markdown.replace(CODE, '').matchAll(LINK)].map(([, link = '']) => link)
  const broken = links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false
    const [path = '', hash] = link.split('#')
    const target = path ? join(root, dirname(file), decodeURI(path)) : join(root, file)
    if (!existsSync(target)) return true
    return hash !== undefined && !anchors(readFileSync(target, 'utf8')).includes(decodeURI(hash))
  })
  expect(broken).toEqual([])
})

/** Of a document that begins with a list of what is in it. */
const contentsOf = (markdown: string) =>
  [...(markdown.split(/^## /m)[0] ?? '').matchAll(/\]\(#([^)]+)\)/g)].map(([, hash = '']) => hash)
const withContents = trackedFiles(/\.md$/).filter(
  (file) => contentsOf(readFileSync(join(root, file), 'utf8')).length > 2,
)

test.each(withContents)('the contents of %s name every part of it, in its order', (file) => {
  const markdown = readFileSync(join(root, file), 'utf8')
  const parts = [...markdown.replace(/```[\s\S]*?```/g, '').matchAll(/^## (.+)$/gm)]
  expect(contentsOf(markdown)).toEqual(parts.map(([, heading = '']) => anchor(heading)))
})
