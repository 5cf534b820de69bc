import type { Candidate } from './candidate.js'
import { conditions } from './condition.js'
import { median } from './median.js'
import type { Result, Results } from './results.js'
import { type Row, rows } from './rows.js'
import { textTable } from './textTable.js'

const BYTES: readonly Row[] = ['bytesFirst', 'bytesReturning']
const TIMES = (Object.keys(rows) as Row[]).filter((row) => !BYTES.includes(row))

const middle = ({ values }: Result) => median(values)
const milliseconds = (value: number) => value.toFixed(value < 10 ? 1 : 0)
const multiple = (value: number) => (value < 10 ? value.toPrecision(2) : value.toFixed(0))

/** Medians, the ratios of the others to the last candidate (ours), bytes, and what failed. */
export function report(candidates: readonly Candidate[], results: Results): string {
  const ours = candidates.at(-1)
  if (!ours) return ''
  const titles = candidates.map(({ title }) => title)

  /** One line per row; a cell has one entry per condition. */
  const lines = (
    shown: readonly Row[],
    columns: readonly Candidate[],
    entry: (result: Result, ours: Result) => string,
  ) =>
    shown.map((row) => [
      rows[row],
      ...columns.map(({ id }) =>
        conditions
          .map(({ name }) => {
            const result = results.of(id, name, row)
            return result.values.length ? entry(result, results.of(ours.id, name, row)) : 'fails'
          })
          .join(' / '),
      ),
    ])

  const medians = lines(TIMES, candidates, (result) => milliseconds(middle(result)))
  const ratios = lines(TIMES, candidates.slice(0, -1), (result, own) =>
    own.values.length ? multiple(middle(result) / middle(own)) : 'ours fails',
  )
  const bytes = BYTES.map((row) => [
    rows[row],
    ...candidates.map(({ id }) => String(Math.max(0, ...results.of(id, 'plain', row).values))),
  ])
  const failures = results.all
    .filter((result) => result.failures.length > 0)
    .map(({ candidate, condition, row, values, failures }) => {
      const rounds = `${failures.length} of ${failures.length + values.length} rounds`
      return `- ${candidate}, ${condition}, ${rows[row]}: failed in ${rounds}: ${failures[0]}`
    })

  return [
    'Medians in ms, plain / CPU slowed 4 times and slow 4G:',
    textTable(['', ...titles], medians),
    `The others' time as a multiple of ours, plain / slow; above 1, ours is faster:`,
    textTable(['', ...titles.slice(0, -1)], ratios),
    'Bytes of scripts and styles, brotli 11:',
    textTable(['', ...titles], bytes),
    failures.join('\n'),
  ].join('\n\n')
}
