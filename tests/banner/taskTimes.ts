import type { Browser, Page } from 'playwright-core'
import type { TraceEvent } from '../harness/traceEvent.js'

const ours = ({ args }: TraceEvent) => args?.data?.url?.includes('/gate/') ?? false
const inside = (task: TraceEvent, { pid, tid, ts }: TraceEvent) =>
  task.pid === pid && task.tid === tid && ts >= task.ts && ts <= task.ts + (task.dur ?? 0)

/** The tasks in which a script of ours ran meanwhile, in milliseconds of work, the longest first. */
export async function taskTimes(
  browser: Browser,
  page: Page,
  action: () => Promise<unknown>,
): Promise<number[]> {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'],
  })
  await action()
  const trace = await browser.stopTracing()
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const tasks = traceEvents.filter(
    ({ name, ph }) => ph === 'X' && (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask'),
  )
  const scripts = traceEvents.filter(
    (event) => ['EvaluateScript', 'FunctionCall', 'v8.compile'].includes(event.name) && ours(event),
  )
  const withOurs = new Set(scripts.flatMap((script) => tasks.find((task) => inside(task, script)) ?? []))
  return [...withOurs]
    .map(({ tdur = 0, dur = 0 }) => Math.round((tdur || dur) / 100) / 10)
    .sort((a, b) => b - a)
}
