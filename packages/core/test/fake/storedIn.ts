import { cookieValues } from '../../src/rules/cookieHeader.js'
import { decodeRecord } from '../../src/rules/record.js'
import type { FakeTab } from './fakeTab.js'

/** The records in the cookies that a tab sees. */
export const storedIn = (tab: FakeTab) => cookieValues(tab.cookies, 'consent_gate').map(decodeRecord)
