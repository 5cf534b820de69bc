import { expect, it } from 'vitest'
import { spreadOut } from './spreadOut.js'

it.each<[unknown, unknown]>([
  [{}, undefined],
  [null, undefined],
  ['ko', undefined],
  [['ko'], undefined],
  [{ lang: 'ko', 1: 'x' }, undefined],
  [{ ...Object('ko'), lang: 'en' }, 'ko'],
  [{ ...[{ version: '1' }, 'x'], ui: {} }, [{ version: '1' }, 'x']],
])('P18 %j was written as %j', (value, written) => {
  expect(spreadOut(value)).toEqual(written)
})
