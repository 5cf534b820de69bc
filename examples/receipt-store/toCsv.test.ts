import { expect, test } from 'vitest'
import { toCsv } from './src/toCsv.js'
import { aReceipt } from './test/aReceipt.js'

test.each([
  ['\t=1+1', "'\t=1+1"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['\nx', "'\nx"],
])(
  'holds no formula, nor what a spreadsheet reads past to one, by whatever way it was stored: %j',
  (policyUrl, safe) => {
    const receipt = { ...aReceipt({ policyUrl }), seq: 1, received: '2026-12-01T09:30:01.000Z' }
    expect(toCsv([receipt])).toContain(`,"${safe}",`)
  },
)
