import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './root.js'
import { runTool } from './runTool.js'

const forbidden: [file: string, statement: string][] = [
  ['packages/core/src/types/a.ts', "import type { A } from '../rules/decision.js'"],
  ['packages/core/src/types/b.ts', "import type { A } from 'js-cookie'"],
  ['packages/core/src/rules/a.ts', "import { a } from '../storage/recordStorage.js'"],
  ['packages/core/src/rules/b.ts', "import { a } from '../store.js'"],
  ['packages/core/src/rules/c.ts', "export const a = () => import('../env/browserEnv.js')"],
  ['packages/core/src/config/a.ts', "import { a } from '../env/browserEnv.js'"],
  ['packages/core/src/env/a.ts', "import { a } from '../rules/decision.js'"],
  ['packages/core/src/store.ts', "import { a } from './services.js'"],
  ['packages/core/src/listeners.ts', "import { a } from './prompt.js'"],
  ['packages/core/src/services.ts', "import { a } from './consent.js'"],
  ['packages/core/src/prompt.ts', "import { a } from './env/browserEnv.js'"],
  ['packages/core/src/gates/a.ts', "import { a } from '../consent.js'"],
  ['packages/core/src/gates/b.ts', "export { a } from '../env/browserEnv.js'"],
  ['packages/core/src/gates/c.ts', "export const a = () => import('../lazy/carePart.js')"],
  ['packages/core/src/session/a.ts', "import a from 'js-cookie'"],
  ['packages/core/src/lazy/a.ts', "export { default } from 'js-cookie'"],
  ['packages/core/src/lazy/b.ts', "export { a } from '../consent.js'"],
  ['packages/core/src/lazy/c.ts', "export { a } from '../env/browserEnv.js'"],
  ['packages/core/src/consent.ts', "import a from 'js-cookie'"],
  ['packages/core/src/index.ts', "export * from '@consent-gate/banner'"],
  ['packages/ga-adapter/src/a.ts', "import { decide } from '@consent-gate/core'"],
  ['packages/ga-adapter/src/b.ts', "import { type Service } from '@consent-gate/core'"],
  ['packages/ga-adapter/src/c.ts', "import type { A } from '../../core/src/types/service.js'"],
  ['packages/ga-adapter/src/d.ts', "import { h } from 'preact'"],
  ['packages/banner/src/a.ts', "import { createConsent } from '@consent-gate/core'"],
  ['packages/banner/src/components/b.ts', "import { createPortal } from 'preact/compat'"],
  ['packages/banner/src/components/c.ts', "import { a } from '../../../core/src/consent.js'"],
  ['packages/banner/src/d.ts', "import { googleAnalytics } from '@consent-gate/ga-adapter'"],
  ['packages/banner/src/language/a.ts', "import type { A } from '../types/copy.js'"],
  ['packages/banner/src/types/a.ts', "import type { A } from '../kit/index.js'"],
  ['packages/banner/src/kit/a.ts', "import { a } from '../pieces/Facts.js'"],
  ['packages/banner/src/pieces/a.ts', "import { a } from '../preferences/draft.js'"],
  ['packages/loader/src/a.ts', "import { a } from '../../core/src/consent.js'"],
  ['packages/loader/src/b.ts', "import { h } from 'preact'"],
  ['examples/site/src/a.ts', "import { a } from '../../../packages/core/src/consent.js'"],
  ['tests/promises/a.ts', "import { a } from '../../packages/loader/dist/index.js'"],
  ['bench/candidates/a.ts', "import { a } from '../../packages/loader/dist/index.js'"],
]

const allowed: [file: string, statement: string][] = [
  ['packages/core/src/rules/ok.ts', "import type { A } from '../types/record.js'"],
  ['packages/core/src/env/ok.ts', "import a from 'js-cookie'"],
  ['packages/core/src/gates/ok.ts', "import { a } from '../sweep/sweep.js'"],
  ['packages/core/src/gates/ok2.ts', "import { a } from '../store.js'"],
  ['packages/core/src/gates/ok3.ts', "import { a } from '../listeners.js'"],
  ['packages/core/src/lazy/ok.ts', "export { a } from '../config/advise.js'"],
  ['packages/core/src/rules/ok.test.ts', "import fc from 'fast-check'"],
  ['packages/banner/src/testing/ok.ts', "import { afterEach } from 'vitest'"],
  ['packages/ga-adapter/src/ok.ts', "import type { Service } from '@consent-gate/core'"],
  ['packages/banner/src/types/ok.ts', "import type { A } from '../language/languages.js'"],
  ['packages/banner/src/kit/ok.ts', "import { h } from 'preact'"],
  ['packages/banner/src/pieces/ok.ts', "import { h } from '../kit/index.js'"],
  ['packages/banner/src/preferences/ok.ts', "import { a } from '../pieces/Facts.js'"],
  ['packages/banner/src/ok.ts', "import { render } from 'preact'"],
  ['packages/loader/src/ok.ts', "import { createConsent } from '@consent-gate/core'"],
  ['tests/promises/ok.ts', "import { a } from '../harness/browser.js'"],
]

let folder: string
let found: string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-directions-'))
  for (const file of ['biome.json', 'scripts/lint'])
    cpSync(join(root, file), join(folder, file), { recursive: true })
  for (const [file, statement] of [...forbidden, ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${statement}\n`)
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [
    'lint',
    '--vcs-enabled=false',
    '--only=style/noRestrictedImports',
    '--only=plugin',
    '--reporter=json',
    '--max-diagnostics=none',
    '.',
  ]
  const { stdout, stderr } = await runTool(biome, args, folder)
  const report: { diagnostics: { severity: string; location: { path: string } }[] } = JSON.parse(
    stdout || stderr,
  )
  found = report.diagnostics.map(({ location }) => location.path)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(forbidden)('%s must not say: %s', (file) => {
  expect(found).toContain(file)
})

test.each(allowed)('%s may say: %s', (file) => {
  expect(found).not.toContain(file)
})
