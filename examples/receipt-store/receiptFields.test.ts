import { expect, test } from 'vitest'
import { readReceipt } from './src/readReceipt.js'
import { aReceipt } from './test/aReceipt.js'

const answers = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`unit-${index}`, 'denied']))

/** For each field what just passes, and what just does not. */
const BORDERS: Readonly<
  Record<string, readonly [accepted: readonly unknown[], refused: readonly unknown[]]>
> = {
  schema: [[1], [0, 2, '1', true, null]],
  key: [
    ['a', '-_9', 'k'.repeat(100)],
    ['', 'k'.repeat(101), 'a b', 'a.b', 'a\n', 'é', 1],
  ],
  recordId: [
    ['a', '-_9', 'r'.repeat(40)],
    ['', 'r'.repeat(41), 'a b', '=a', 'a=', 'a\n', 1],
  ],
  rev: [
    [0, 1, Number.MAX_SAFE_INTEGER],
    [-1, 0.5, Number.MAX_SAFE_INTEGER + 1, '1', null, true],
  ],
  time: [
    ['1970-01-01T00:00:00.000Z', '2028-02-29T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    [
      '1969-12-31T23:59:59.999Z',
      '2027-02-29T00:00:00.000Z',
      '2026-13-01T00:00:00.000Z',
      '2026-12-01T24:00:00.000Z',
      '2026-12-01T00:00:00.000+09:00',
      '2026-12-01T00:00:00Z',
      '2026-12-01',
      '+010000-01-01T00:00:00.000Z',
      ' 2026-12-01T00:00:00.000Z',
      ['2026-12-01T00:00:00.000Z'],
      1_796_000_000_000,
      '',
    ],
  ],
  policyVersion: [
    ['0', 'v'.repeat(40)],
    ['', 'v'.repeat(41), 'v 1', 1],
  ],
  policyUrl: [
    ['', '/', 'u'.repeat(2048), 'https://예.test/방침?a=b#c', '/😀'],
    ['u'.repeat(2049), '/\0', '/\r\nx', '/\u007f', '/\ud83d', null],
  ],
  source: [
    ['notice', 's'.repeat(40)],
    ['', 's'.repeat(41), 'a,b', 1],
  ],
  choices: [
    [answers(1), answers(100), { a: 'granted' }, { ['u'.repeat(40)]: 'denied' }],
    [
      answers(0),
      answers(101),
      { a: 'yes' },
      { a: true },
      { a: null },
      { '': 'denied' },
      { 'a b': 'denied' },
      { ['u'.repeat(41)]: 'denied' },
      { 'a\n': 'denied' },
      ['granted'],
      'granted',
      null,
    ],
  ],
  host: [
    ['', 'localhost', 'www.example.com', '[::1]', '127.0.0.1:3000', 'h'.repeat(255)],
    ['h'.repeat(256), 'a/b', 'a b', 'a\n', '=1', 1],
  ],
  language: [
    ['', 'ko', 'zh-Hant-TW', 'l'.repeat(40)],
    ['l'.repeat(41), 'ko,en', 'ko\n', '=1', null],
  ],
}

test('every field has its borders here', () => {
  expect(Object.keys(BORDERS).sort()).toEqual(Object.keys(aReceipt()).sort())
})

test.each(Object.entries(BORDERS))(
  '%s is taken up to its borders and refused beyond',
  (where, [accepted, refused]) => {
    const read = (value: unknown) => readReceipt(JSON.stringify({ ...aReceipt(), [where]: value }))
    for (const value of accepted) expect([value, read(value).ok]).toEqual([value, true])
    for (const value of refused) {
      const reading = read(value)
      expect([value, reading.ok || reading.problems.map((problem) => problem.where)]).toEqual([
        value,
        [where],
      ])
    }
  },
)

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'a field that every object has is one too many: %s',
  (name) => {
    const body = JSON.stringify(aReceipt()).replace('{', `{"${name}":1,`)
    const reading = readReceipt(body)
    expect(reading.ok || reading.problems).toMatchObject([{ where: name, found: '1' }])
  },
)

test('a field counts only where the receipt itself has it', () => {
  const { language: _, ...incomplete } = aReceipt()
  Reflect.set(Object.prototype, 'language', 'ko')
  try {
    expect(readReceipt(JSON.stringify(incomplete)).ok).toBe(false)
  } finally {
    Reflect.deleteProperty(Object.prototype, 'language')
  }
})

test('what is shown of a wrong body or field is short', () => {
  const eighty = 'x'.repeat(80)
  expect(readReceipt(eighty)).toMatchObject({ problems: [{ where: 'body', found: eighty }] })
  const long = 'x'.repeat(500)
  for (const body of [long, JSON.stringify({ ...aReceipt(), schema: long })]) {
    const reading = readReceipt(body)
    const [problem] = reading.ok ? [] : reading.problems
    expect(problem?.found).toHaveLength(81)
    expect(problem?.found.endsWith('x…')).toBe(true)
  }
})

test('a long name of a field that no receipt has is shortened too', () => {
  const reading = readReceipt(JSON.stringify({ ...aReceipt(), ['x'.repeat(81)]: 1, ['y'.repeat(80)]: 1 }))
  expect(reading.ok || reading.problems.map(({ where }) => where)).toEqual([
    `${'x'.repeat(80)}…`,
    'y'.repeat(80),
  ])
})
