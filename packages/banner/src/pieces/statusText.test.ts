import type { Snapshot } from '@consent-gate/core'
import { expect, it } from 'vitest'
import { furtherCopy as texts } from '../copy/furtherEn.js'
import { fakeConsent } from '../testing/fakeConsent.js'
import { statusText } from './statusText.js'

const UNITS = [
  { id: 'videos', category: 'media' },
  { id: 'maps', category: 'media' },
]
const answered = { pending: [], reason: 'choice' } as const
const off = { media: 'denied', videos: 'denied', maps: 'denied' } as const
const on = { media: 'granted', videos: 'granted', maps: 'granted' } as const

/** What `media` is said to be, by what the store has; each line would be another one's without what it names. */
const lines: [said: string, snapshot: Partial<Snapshot>, also?: { minor?: boolean; ran?: string }][] = [
  [texts.statusUnanswered, { state: off, pending: ['maps'], reason: 'unanswered' }],
  [texts.statusOff, { state: off, ...answered }],
  [texts.statusOff, { state: off, pending: ['other'], reason: 'choice' }],
  [texts.scriptsStay, { state: off, ...answered }, { ran: 'maps' }],
  [texts.statusSignal, { state: off, pending: ['videos', 'maps'], reason: 'signal' }],
  [texts.statusPartly, { state: { ...off, maps: 'granted' }, ...answered }],
  [texts.statusPartly, { state: { ...off, maps: 'granted' }, pending: ['videos'], reason: 'choice' }],
  [texts.statusOn, { state: on, ...answered, services: { videos: 'running', maps: 'running' } }],
  [texts.statusLoading, { state: on, ...answered, services: { videos: 'running', maps: 'loading' } }],
  [texts.statusBlocked, { state: on, ...answered, services: { videos: 'loading', maps: 'blocked' } }],
  [texts.statusNotStored, { state: off, pending: ['videos', 'maps'], reason: 'not-stored' }],
  [texts.statusNotStored, { state: off, ...answered, reason: 'not-stored' }, { minor: true }],
  [texts.statusMinor, { state: off, pending: ['videos'], reason: 'unanswered' }, { minor: true }],
]

it.each(lines)('P17 says "%s" of %j, with %j', (said, snapshot, { minor = false, ran = '' } = {}) => {
  const consent = fakeConsent({ snapshot, settings: { minor } })
  const gone = { ...consent, ran: new Set([ran]), allows: () => false }
  expect(statusText(gone, 'media', UNITS, texts)).toBe(said)
})
