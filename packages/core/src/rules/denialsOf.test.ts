import { expect, test } from 'vitest'
import { ALL_NO, ALL_YES, recordOf } from '../../test/fixtures.js'
import { denialsOf } from './denialsOf.js'

test('P8 what of a record holds without proof is its denials, and nothing else of it changes', () => {
  expect(denialsOf(recordOf({ ...ALL_YES, media: 'denied' }))).toEqual(recordOf({ media: 'denied' }))
  expect(denialsOf(recordOf(ALL_NO))).toEqual(recordOf(ALL_NO))
})

test('P6 a record that denies nothing says nothing: it is no answer', () => {
  expect(denialsOf(recordOf(ALL_YES))).toBeNull()
})
