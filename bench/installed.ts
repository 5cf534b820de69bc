import { readFileSync } from 'node:fs'

/** A file that an installed package publishes. */
export const installed = (name: string, path: string): string =>
  readFileSync(`node_modules/${name}/${path}`, 'utf8')

export const versionOf = (name: string): string => JSON.parse(installed(name, 'package.json')).version
