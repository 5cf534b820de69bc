import { expect, test } from 'vitest'
import { textTable } from './textTable.js'

test('a table lines up and is Markdown', () => {
  expect(
    textTable(
      ['what', 'a', 'long'],
      [
        ['time', '1000', '2'],
        ['t', '3'],
      ],
    ),
  ).toBe(
    [
      '| what |    a | long |',
      '|------|-----:|-----:|',
      '| time | 1000 |    2 |',
      '| t    |    3 |      |',
    ].join('\n'),
  )
})
