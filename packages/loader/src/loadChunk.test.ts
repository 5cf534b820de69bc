import type { ConsentEnv, ScriptRequest } from '@consent-gate/core'
import { expect, test } from 'vitest'
import { type ChunkElement, loadChunk } from './loadChunk.js'

const SRC = 'https://shop.example.test/gate-ui.js'

/** A request for a chunk, and what the browser does with its script element. */
function request(needs?: unknown) {
  let removed = 0
  const script = { remove: () => removed++ } as unknown as ChunkElement
  const requests: ScriptRequest[] = []
  const env = {
    insertScript(given: ScriptRequest) {
      requests.push(given)
      return script
    },
  } as unknown as ConsentEnv
  const chunk = loadChunk(env, SRC, 'abc', needs)
  return { chunk, script, asked: requests[0] as ScriptRequest, removed: () => removed }
}

test('a chunk is asked for with its hash, finds what it needs, and leaves no element', async () => {
  const kit = {}
  const { chunk, script, asked, removed } = request(kit)
  expect(asked).toMatchObject({ src: SRC, integrity: 'sha256-abc' })
  expect(script.need?.()).toBe(kit)
  expect(removed()).toBe(0)
  const exported = { startUi() {} }
  script.chunk = exported
  asked.onload?.()
  expect(await chunk).toBe(exported)
  expect(removed()).toBe(1)
})

test.each(['onload', 'onerror'] as const)(
  'P12 one that hands nothing over has failed, with its address: %s',
  async (event) => {
    const { chunk, asked, removed } = request()
    asked[event]?.()
    await expect(chunk).rejects.toThrow(SRC)
    expect(removed()).toBe(1)
  },
)
