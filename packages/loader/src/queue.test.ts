import { expect, test } from 'vitest'
import { type ConsentGate, callEach } from './queue.js'

test('P18 calls back in order, each with the gate; one that throws is told and stops no other', () => {
  const told: unknown[] = []
  const gate = { report: (...issue: unknown[]) => told.push(issue) } as unknown as ConsentGate
  const calls: unknown[] = []
  const error = new Error('theirs')
  callEach(gate, [
    (given) => calls.push(['first', given === gate]),
    () => {
      throw error
    },
    (given) => calls.push(['last', given === gate]),
  ])
  expect(calls).toEqual([
    ['first', true],
    ['last', true],
  ])
  expect(told).toEqual([['CG304', 'ConsentGate.push', error]])
})
