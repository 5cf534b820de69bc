import type { Measure } from '../measure.js'

/** A first visit until the yes has its effect, then the same visitor again with nothing in any cache. */
export const firstAndNextVisit: Measure = {
  rows: ['notice', 'bytesFirst', 'accept', 'returning', 'bytesReturning'],
  async take(visitor, note) {
    const before = visitor.startLog()
    const first = await visitor.openNotice(visitor.address)
    const { noticeAt = Number.NaN } = await visitor.notes(first)
    note('notice', noticeAt)
    note('bytesFirst', before.bytes)
    if (before.google.length > 0) throw new Error(`asks Google before a yes: ${before.google[0]}`)

    await visitor.accept(first)
    const tagAt = await visitor.tagRequest(first)
    const { clickAt = Number.NaN } = await visitor.notes(first)
    note('accept', tagAt - clickAt)
    await first.close()

    const again = visitor.startLog()
    const next = await visitor.openTab()
    await next.goto(visitor.address)
    note('returning', await visitor.tagRequest(next))
    note('bytesReturning', again.bytes)
  },
}
