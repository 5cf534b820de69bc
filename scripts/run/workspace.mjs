import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const inside = (folder) =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : []

/** The folders of the packages in the workspace; the root is not among them. */
export function packageFolders() {
  const candidates = [...inside('packages'), ...inside('examples'), 'tests', 'bench']
  return candidates.filter((folder) => existsSync(join(root, folder, 'package.json')))
}

export function readManifest(folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
}
