/** An event of a trace that Chromium wrote, as far as the measurements read it. */
export interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds, as `dur` and `tdur`. */
  ts: number
  dur?: number
  /** What the thread itself worked: waiting for a busy machine is not in it. */
  tdur?: number
  args?: { data?: { url?: string } }
}
