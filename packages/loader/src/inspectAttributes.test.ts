import { expect, it } from 'vitest'
import { inspectAttributes } from './inspectAttributes.js'
import { readOptions } from './readOptions.js'

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

it('P18 knows every attribute that is read: one that is added there fails here until it is known', () => {
  const read = new Set<string>()
  const get = (_: DOMStringMap, name: string) => void read.add(name)
  readOptions(new Proxy<DOMStringMap>({}, { get }), {} as Document)
  expect(read.size).toBeGreaterThan(8)
  const told: unknown[] = []
  const data = Object.fromEntries([...read].map((name) => [name, '']))
  inspectAttributes(data, (code, path) => told.push([code, path]))
  expect(told).toEqual([])
})
