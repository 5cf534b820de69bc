import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../repo/root.js'

/** What a document says under a heading, up to the next heading of the same or a higher level. */
export function section(file: string, heading: string): string {
  const level = heading.indexOf(' ')
  const markdown = readFileSync(join(root, file), 'utf8')
  const start = markdown.indexOf(`\n${heading}\n`)
  if (start < 0) throw new Error(`${file} has no "${heading}"`)
  const rest = markdown.slice(start + heading.length + 2)
  const end = rest.search(new RegExp(`^#{1,${level}} `, 'm'))
  return end < 0 ? rest : rest.slice(0, end)
}

/** The code blocks of one language in a piece of Markdown, those inside lists included. */
export function blocksIn(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```$/gm)].flatMap(
    ([, indent = '', found, code = '']) =>
      found === language ? [code.replace(new RegExp(`^${indent}`, 'gm'), '')] : [],
  )
}
