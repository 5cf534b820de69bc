import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { command } from '../run/command.mjs'
import { contentHash } from '../run/contentHash.mjs'
import { marker } from '../run/marker.mjs'
import { root } from '../run/root.mjs'
import { StepError, step } from '../run/step.mjs'
import { packageFolders, readManifest } from '../run/workspace.mjs'

const installed = marker('install', 'node_modules/.cache/consent-gate')

/** npm's own JavaScript: started by `npm run`, or beside this Node; else whatever `npm` the path has. */
function npm() {
  const here = dirname(process.execPath)
  const candidates = [
    process.env.npm_execpath,
    join(here, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(here, 'node_modules/npm/bin/npm-cli.js'),
  ]
  const script = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
  return script ? { file: process.execPath, args: [script] } : { file: 'npm', args: [] }
}

function wanted(folders) {
  const manifests = folders.map((folder) => `${folder}/package.json`)
  const platform = `${process.platform} ${process.arch} ${process.versions.modules}`
  return `${platform} ${contentHash(['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests])}`
}

function complete(folders) {
  return folders.every((folder) => {
    const { dependencies, devDependencies } = readManifest(folder)
    const needed = Object.keys({ ...dependencies, ...devDependencies })
    return needed.every((name) => existsSync(join(root, folder, 'node_modules', name)))
  })
}

/** Installs with the pnpm that package.json names, fetched by npm: neither pnpm nor corepack is needed. */
export function install() {
  return step('Install packages', async () => {
    const folders = packageFolders()
    const target = wanted(folders)
    if (installed.read() === target && complete(['.', ...folders])) return 'nothing changed'

    installed.clear()
    const { packageManager } = readManifest('.')
    const { file, args } = npm()
    const pnpm = [...args, 'exec', '--yes', `--package=${packageManager}`, '--', 'pnpm']
    const { code } = await command(
      file,
      // Without a terminal pnpm refuses to replace a node_modules that another version laid out.
      [
        ...pnpm,
        'install',
        '--frozen-lockfile',
        '--config.confirmModulesPurge=false',
        '--reporter=append-only',
      ],
      { show: true, label: 'pnpm install', env: { npm_config_update_notifier: 'false' } },
    )
    if (code !== 0) {
      throw new StepError(
        `Installing failed: pnpm says why, above. It and the packages come from the npm registry.`,
      )
    }
    installed.write(target)
    return packageManager
  })
}
