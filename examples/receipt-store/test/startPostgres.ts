import { execFile, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { chown } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where the distributions' packages put the server's programs. */
const FOLDER = '/usr/lib/postgresql'

/** The folder of a PostgreSQL server's programs, or null where there is none that this user could start. */
export function findPostgres(): string | null {
  if (serverUser() === null) return null
  const packaged = existsSync(FOLDER)
    ? readdirSync(FOLDER).map((version) => join(FOLDER, version, 'bin'))
    : []
  const folders = [...(process.env.PATH ?? '').split(':'), ...packaged]
  return (
    folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null
  )
}

export interface TestPostgres {
  readonly url: string
  stop(): Promise<void>
}

/** A server of its own on a free port of this machine, gone with its data after `stop`. */
export async function startPostgres(programs: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'receipts-postgres-'))
  const user = serverUser() ?? {}
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
  const options = { ...user, cwd: folder }
  const data = join(folder, 'data')
  await run(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'receipts', '--auth=trust', '--no-sync', '-E', 'UTF8'],
    options,
  )

  const port = await freePort()
  const settings = ['-p', `${port}`, '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off']
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings], options)
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(said)))
    server.once('error', reject)
  })
  return {
    url: `postgres://receipts@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The server refuses to run as root: there, the user of the distribution's package runs it, if it is there. */
function serverUser(): { uid?: number; gid?: number } | null {
  if (process.getuid?.() !== 0) return {}
  try {
    const idOf = (flag: string) =>
      Number(
        execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      )
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    return null
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
