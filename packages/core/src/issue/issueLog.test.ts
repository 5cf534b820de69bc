import { expect, test } from 'vitest'
import type { Issue } from '../types/issue.js'
import { issueLog } from './issueLog.js'

test('P18 an issue links to the heading of its code, whose anchor is in lower case', () => {
  const told: Issue[] = []
  const log = issueLog()
  log.listen((issue) => told.push(issue))
  log.report('CG101', 'record.cookie', 'a b')
  expect(told).toMatchObject([{ code: 'CG101', path: 'record.cookie', value: 'a b' }])
  expect(told[0]?.url).toMatch(/\/docs\/issues\.md#cg101$/)
})
