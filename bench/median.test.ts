import { expect, test } from 'vitest'
import { median } from './median.js'

test.each([
  [[9, 1, 10], 9],
  [[10, 9, 1, 2], 5.5],
  [[3], 3],
  [[], Number.NaN],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle)
})
