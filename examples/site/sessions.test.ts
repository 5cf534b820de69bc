import { expect, test } from 'vitest'
import { createSessions } from './src/sessions.js'

const IDLE_MS = 60_000

function aClock() {
  let time = 1_000_000
  return {
    now: () => time,
    pass(ms: number) {
      time += ms
    },
  }
}

test('P5 each request keeps a session for the idle time, and no longer', () => {
  const clock = aClock()
  const sessions = createSessions(IDLE_MS, clock.now)
  const token = sessions.start('해림', 'server')
  for (let request = 0; request < 3; request += 1) {
    clock.pass(IDLE_MS)
    expect(sessions.find(token)?.user).toBe('해림')
  }
  clock.pass(IDLE_MS + 1)
  expect(sessions.find(token)).toBeNull()
})

test('P5 a session that has ended stays so, also where the clock is set back', () => {
  const clock = aClock()
  const sessions = createSessions(IDLE_MS, clock.now)
  const token = sessions.start('해림', 'server')
  clock.pass(IDLE_MS + 1)
  expect(sessions.find(token)).toBeNull()
  clock.pass(-IDLE_MS)
  expect(sessions.find(token)).toBeNull()
})

test('a thousand sessions are kept; for one more, who has been away longest makes room', () => {
  const sessions = createSessions(IDLE_MS)
  const tokens = Array.from({ length: 1_000 }, (_, index) => sessions.start(`${index}`, 'server'))
  const [first = '', second = '', third = ''] = tokens
  expect(sessions.find(first)?.user).toBe('0')
  sessions.start('one more', 'server')
  expect(sessions.find(second)).toBeNull()
  expect(sessions.find(first)?.user).toBe('0')
  expect(sessions.find(third)?.user).toBe('2')
})

test.each([undefined, '', '__proto__', 'constructor'])('nobody has the session %s', (token) => {
  const sessions = createSessions(IDLE_MS)
  expect(sessions.find(token)).toBeNull()
  sessions.end(token)
})
