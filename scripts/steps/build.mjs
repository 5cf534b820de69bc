import { join } from 'node:path'
import { contentHash } from '../run/contentHash.mjs'
import { dropOrphans } from '../run/dropOrphans.mjs'
import { marker } from '../run/marker.mjs'
import { root } from '../run/root.mjs'
import { step } from '../run/step.mjs'
import { tool } from '../run/tool.mjs'
import { packageFolders } from '../run/workspace.mjs'

const GENERATED = ['node_modules', 'dist', 'build', 'coverage']
const CONFIGS = ['package.json', 'pnpm-lock.yaml', 'rollup.config.mjs', 'tsconfig.base.json', 'tsconfig.json']

const built = marker('build')

const inputs = () => contentHash([...CONFIGS, 'packages', 'examples'], GENERATED)
const outputs = () => contentHash(packageFolders().flatMap((folder) => [`${folder}/build`, `${folder}/dist`]))

/** `tsc` checks the types and emits, rollup bundles what it emitted. */
export function build() {
  return step('Build', async () => {
    const source = inputs()
    if (built.read() === `${source} ${outputs()}`) return 'nothing changed'

    built.clear()
    // Forced: a build that was cut short leaves notes that say it is up to date.
    await tool('typescript', 'tsc', ['-b', '--force'])
    await tool('rollup', 'rollup', ['-c', '--silent'])
    for (const folder of packageFolders()) {
      if (folder.startsWith('packages/')) dropOrphans(join(root, folder))
    }
    built.write(`${source} ${outputs()}`)
  })
}
