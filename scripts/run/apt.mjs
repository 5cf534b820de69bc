import { existsSync } from 'node:fs'
import { command } from './command.mjs'
import { StepError } from './step.mjs'
import { works } from './works.mjs'

/** What to put before `apt-get`: nothing for root, sudo where it asks nothing, null where neither is possible. */
async function aptPrefix() {
  if (!existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return null
  if (process.getuid?.() === 0) return []
  return (await works('sudo', ['-n', 'true'])) ? ['sudo', '-n'] : null
}

/** Installs packages of the distribution. False where that is not possible without asking somebody. */
export async function apt(packages) {
  const prefix = await aptPrefix()
  if (!prefix) return false
  const run = async (...args) => {
    const [file, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', '/usr/bin/apt-get', ...args]
    const { code } = await command(file, rest, { show: true, label: `apt-get ${args[0]}` })
    if (code !== 0) throw new StepError(`\`apt-get ${args.join(' ')}\` ended with code ${code}.`)
  }
  await run('update', '-q')
  await run('install', '-q', '-y', '--no-install-recommends', ...packages)
  return true
}
