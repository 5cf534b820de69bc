import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './root.js'
import { trackedFiles } from './trackedFiles.js'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const codesIn = (files: string[], pattern: RegExp) =>
  [...new Set(files.flatMap((file) => [...read(file).matchAll(pattern)].map(([, code = '']) => code)))].sort()

const TEXTS = /\/issueTexts\.ts$/
const source = trackedFiles(/\.tsx?$/).filter((file) => /^packages\/[^/]+\/src\//.test(file))
const reporting = source.filter((file) => !TEXTS.test(file) && !/\.test\.tsx?$/.test(file))

const reported = codesIn(reporting, /'(CG\d{3})'/g)
const worded = codesIn(
  source.filter((file) => TEXTS.test(file)),
  /^ {2}(CG\d{3}):/gm,
)
const sections = read('docs/issues.md').split(/^### /m).slice(1)
const documented = sections.map((section) => section.slice(0, section.indexOf('\n')))

test('P18 every code that a package reports has words for the debug mode, and no words are left over', () => {
  expect(reported.length).toBeGreaterThan(20)
  expect(worded).toEqual(reported)
})

test('P18 every code that a package reports is in docs/issues.md, in order, and no other', () => {
  expect(documented).toEqual(reported)
})

test.each(sections.map((section) => [section.slice(0, 5), section]))(
  'P18 docs/issues.md gives cause and cure of %s',
  (_code, section) => {
    expect(section).toMatch(/^\*\*.+\*\*$/m)
    expect(section).toMatch(/^- \*Cause:\* .+/m)
    expect(section).toMatch(/^- \*Cure:\* .+/m)
  },
)

const words = source
  .filter((file) => TEXTS.test(file))
  .flatMap((file) => [...read(file).matchAll(/^ {2}(CG\d{3}): \[([^\]]+)\]/gm)])
const wordsOf = (code: string) => words.find(([, worded]) => worded === code)?.[2] ?? ''

test.each([
  ['CG104', 'packages/core/src/config/inspectConfig.ts'],
  ['CG320', 'packages/ga-adapter/src/inspectOptions.ts'],
])('P18 the words of %s say what to write for every option that is looked at', (code, file) => {
  const looked = [...read(file).matchAll(/ {2}oneOf\('([\w.]+)', [\w.]+, '([\w ]+)'/g)]
  expect(looked.length).toBeGreaterThan(2)
  for (const [, option, values = ''] of looked) {
    expect(wordsOf(code)).toContain(`${option}: ${values.replaceAll(' ', ', ')}.`)
  }
})

test.each(['CG601', 'CG602', 'CG124'])('P18 the words of %s are of use with npm as well', (code) => {
  expect(wordsOf(code)).toContain('npm')
})
