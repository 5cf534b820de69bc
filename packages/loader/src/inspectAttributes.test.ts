import { expect, it } from 'vitest'
import { inspectAttributes } from './inspectAttributes.js'

it('P18 tells of each attribute that nothing reads, by the name it has in the page', () => {
  const told: unknown[] = []
  const data = { measurementId: 'G-A', measurmentId: 'G-B', policyversion: '1', debug: '', cfAsync: 'false' }
  inspectAttributes(data, (code, path, value) => told.push([code, path, value]))
  expect(told).toEqual([
    ['CG107', 'script[data-measurment-id]', 'G-B'],
    ['CG107', 'script[data-policyversion]', '1'],
    ['CG107', 'script[data-cf-async]', 'false'],
  ])
})
