import { expect, test } from 'vitest'
import type { Issue } from '../types/issue.js'
import { issueLog } from './issueLog.js'

test('P18 a listener that throws at what is replayed to it stops neither its caller nor what it hears later', () => {
  const log = issueLog()
  const told: string[] = []
  log.report('CG101', 'record.cookie', 'a b')
  const stop = log.listen(({ code }) => {
    told.push(code)
    throw new Error('mine')
  })
  log.report('CG102', 'record.days', 0)
  stop()
  log.report('CG103', 'record.domain', '')
  expect(told).toEqual(['CG101', 'CG303', 'CG102'])
})

test('P18 an issue links to the heading of its code, whose anchor is in lower case', () => {
  const told: Issue[] = []
  const log = issueLog()
  log.listen((issue) => told.push(issue))
  log.report('CG101', 'record.cookie', 'a b')
  expect(told).toMatchObject([{ code: 'CG101', path: 'record.cookie', value: 'a b' }])
  expect(told[0]?.url).toMatch(/\/docs\/issues\.md#cg101$/)
})
