import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'

const ENTRY = fileURLToPath(new URL('build/main.js', import.meta.url))
const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [ENTRY], { env: { ...process.env, ...env } })
  running.push(child)
  let output = ''
  const waiting: { pattern: RegExp; resolve: (found: string) => void }[] = []
  const read = (chunk: Buffer) => {
    output += chunk
    for (const { pattern, resolve } of waiting) {
      const [, found] = pattern.exec(output) ?? []
      if (found) resolve(found)
    }
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  return {
    child,
    until: (pattern: RegExp) => new Promise<string>((resolve) => waiting.push({ pattern, resolve })),
    ended: new Promise<{ code: number | null; output: string }>((resolve) =>
      child.on('close', (code) => resolve({ code, output })),
    ),
  }
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'prints its address, serves there, and ends cleanly on %s',
  async (signal) => {
    const { child, until, ended } = run({ PORT: '0' })
    const url = await until(/(http:\/\/localhost:\d+)/)
    expect((await fetch(url)).status).toBe(200)
    await fetch(`${url}/wire/stream`)
    child.kill(signal)
    const { code, output } = await ended
    expect(code).toBe(0)
    expect(output).toContain('What to try')
    expect(output).toMatch(/\nStopped\.\n$/)
  },
)

test('names a taken port in one line and exits with 1', async () => {
  const squatter = createServer().listen(0)
  await new Promise((resolve) => squatter.once('listening', resolve))
  const { port } = squatter.address() as AddressInfo
  const { code, output } = await run({ PORT: String(port) }).ended
  squatter.close()
  expect(code).toBe(1)
  expect(output).toBe(`Port ${port} is already in use. Choose another one: PORT=${port + 1} npm start\n`)
})

test.each([
  [{ PORT: 'abc' }, 'PORT must be a number from 0 to 65535, not "abc".\n'],
  [{ PORT: '70000' }, 'PORT must be a number from 0 to 65535, not "70000".\n'],
  [{ GA_MEASUREMENT_ID: 'UA-1-1' }, 'GA_MEASUREMENT_ID must look like G-XXXXXXXXXX, not "UA-1-1".\n'],
  // The whole output: an address may hold a password, which is not repeated.
  [
    { DATABASE_URL: 'mysql://root:hunter2@localhost/x' },
    'DATABASE_URL must start with postgres://, file:// or memory://.\n',
  ],
])('refuses %j', async (env, message) => {
  expect(await run(env as Record<string, string>).ended).toEqual({ code: 1, output: message })
})
