import type { ConsentEnv, ScriptRequest } from '@consent-gate/core'
import { describe, expect, test } from 'vitest'
import type { ChunkElement } from './loadChunk.js'
import { scriptChunks } from './scriptChunks.js'

/** The scripts beside a tag, which arrive when the test says so, each with the hashes that the build gave it. */
function beside(gateUrl = 'https://shop.example.test/js/gate.js?v=2') {
  const asked: ScriptRequest[] = []
  const scripts = new Map<string, ChunkElement>()
  const nameOf = (src: string) => src.replace(/^.*gate-|\.js.*$/g, '')
  const env = {
    insertScript(request: ScriptRequest) {
      const script = { remove() {} } as ChunkElement
      asked.push(request)
      scripts.set(nameOf(request.src), script)
      return script
    },
  } as unknown as ConsentEnv
  const chunks = scriptChunks(env, gateUrl)
  const requestOf = (name: string) => asked.filter(({ src }) => nameOf(src) === name).at(-1)
  return {
    ...chunks,
    requestOf,
    names: () => asked.map(({ src }) => nameOf(src)),
    async arrive(name: string, exported: object) {
      Object.assign(scripts.get(name) as ChunkElement, { chunk: exported })
      requestOf(name)?.onload?.()
      await settled()
    },
    async fail(name: string) {
      requestOf(name)?.onerror?.()
      await settled()
    },
    neededBy: (name: string) => scripts.get(name)?.need?.(),
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('the scripts beside gate.js', () => {
  test('P14 what a part needs is fetched side by side, the part after it, and each once', async () => {
    const { banner, names, arrive, neededBy, requestOf } = beside()
    const kit = { startUi() {} }
    const part = { startRest() {} }
    const preferences = banner.preferences('en')
    expect(names()).toEqual(['ui', 'en'])
    await arrive('ui', kit)
    await arrive('en', { integrity: { 'en-more': 'more' }, noticeCopy: {} })
    expect(requestOf('en-more')?.integrity).toBe('sha256-more')
    await arrive('en-more', { integrity: { preferences: 'preferences' }, furtherCopy: {} })
    expect(requestOf('preferences')).toMatchObject({
      src: 'https://shop.example.test/js/gate-preferences.js?v=2',
      integrity: 'sha256-preferences',
    })
    expect(neededBy('preferences')).toBe(kit)
    await arrive('preferences', part)
    expect(await preferences).toBe(part)
    expect(await banner.preferences('en')).toBe(part)
    expect(names()).toEqual(['ui', 'en', 'en-more', 'preferences'])
  })

  test('P18 what did not arrive is fetched again when it is asked for again', async () => {
    const { banner, names, arrive, fail } = beside()
    const first = banner.ui()
    const same = banner.ui()
    await fail('ui')
    await Promise.all([
      fail('ui'),
      expect(first).rejects.toThrow('gate-ui.js'),
      expect(same).rejects.toThrow(),
    ])
    expect(names()).toEqual(['ui', 'ui'])
    const second = banner.ui()
    const kit = { startUi() {} }
    await arrive('ui', kit)
    expect(await second).toBe(kit)
    expect(names()).toEqual(['ui', 'ui', 'ui'])
  })

  test('P18 what failed on its way is fetched once more before anyone hears of it', async () => {
    const { core, names, arrive, fail } = beside()
    const gates = core.gates()
    await fail('gates')
    const part = { startGates() {} }
    await arrive('gates', part)
    expect(await gates).toBe(part)
    expect(names()).toEqual(['gates', 'gates'])
  })

  test('P12 rarer parts of core have their hash from gate-care.js, the others are fetched at once', async () => {
    const { core, names, arrive, requestOf } = beside()
    core.gates()
    core.session()
    await settled()
    expect(names()).toEqual(['gates', 'care'])
    await arrive('care', { integrity: { session: 'session' } })
    expect(requestOf('session')?.integrity).toBe('sha256-session')
  })
})
