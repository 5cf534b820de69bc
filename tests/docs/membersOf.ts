import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../repo/root.js'

/** Members of an interface in a source file or a document, in order; those of an object inside it also as `contact.email`. */
export function membersOf(file: string, name: string): string[] {
  const source = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const [, body] =
    source.match(new RegExp(`^(?:export )?interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)^\\}$`, 'm')) ?? []
  if (body === undefined) throw new Error(`${file} has no interface ${name}`)
  const outer: string[] = []
  const members: string[] = []
  for (const [token, field, method] of body.matchAll(
    /\breadonly (\w+)\??(?=[:(])|^ {2}(\w+)\??(?=[:(])|[{}]/gm,
  )) {
    if (token === '{') outer.push(members.at(-1) ?? '')
    else if (token === '}') outer.pop()
    else members.push([...outer.slice(-1), field ?? method].join('.'))
  }
  return members
}
