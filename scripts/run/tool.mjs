import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { command } from './command.mjs'
import { root } from './root.mjs'
import { StepError } from './step.mjs'

/** The JavaScript file behind a tool's command: the shims in `.bin` need a shell and its programs. */
function binary(packageName, name) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[name])
}

/** Runs an installed tool with this Node and fails with its output. */
export async function tool(packageName, name, args, options = {}) {
  const { code, output } = await command(process.execPath, [binary(packageName, name), ...args], {
    label: name,
    ...options,
  })
  if (code === 0) return output
  throw new StepError(`${output}\n\`${name} ${args.join(' ')}\` ended with code ${code}.`)
}
