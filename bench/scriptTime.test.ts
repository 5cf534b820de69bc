import { expect, test } from 'vitest'
import type { TraceEvent } from '../tests/harness/traceEvent.js'
import { scriptTime } from './scriptTime.js'

const event = (name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid: 1,
  ts,
  dur,
  ...more,
})

const script = event('EvaluateScript', 1000, 4000, { args: { data: { url: 'https://a.test/a.js' } } })

const timeOf = (...events: TraceEvent[]) => scriptTime(events, 'https://a.test/')

test('counts what stands inside of a script once', () => {
  expect(timeOf(event('v8.run', 1100, 3000), script, event('v8.callFunction', 6000, 500))).toBe(4.5)
})

test('counts what the thread worked, and not what it waited', () => {
  expect(timeOf({ ...script, tdur: 1500 })).toBe(1.5)
})

test('leaves other threads, other sites and other work alone', () => {
  expect(
    timeOf(
      script,
      event('v8.run', 9000, 1000, { tid: 2 }),
      event('v8.run', 9000, 1000, { pid: 2 }),
      event('Layout', 9000, 1000),
    ),
  ).toBe(4)
  expect(scriptTime([script], 'https://b.test/')).toBe(0)
})
