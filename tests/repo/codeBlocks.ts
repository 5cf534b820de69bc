import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.js'

/** The code blocks of one language in a document of the repository. */
export function codeBlocks(file: string, language: string): string[] {
  const markdown = readFileSync(join(root, file), 'utf8')
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, found, code = '']) =>
    found === language ? [code] : [],
  )
}
