import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.js'
import { runTool } from './runTool.js'

/** Checks one file of a scratch folder as strictly as the packages are, with what the compiler says. */
export function checkTypes(folder: string, file: string): ReturnType<typeof runTool> {
  const config = {
    extends: '../../../tsconfig.base.json',
    compilerOptions: { noEmit: true },
    files: [file],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  return runTool(join(root, 'node_modules/typescript/bin/tsc'), ['-p', folder], root)
}
