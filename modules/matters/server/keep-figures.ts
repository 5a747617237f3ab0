import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { type Change, type Figures, type Metric, metrics, sliceOf } from './figures.ts'

/** One line of the rollups. `subject` is '' for all, a subject, a slice by its marked name, or who has it in hand. */
export type Sum = {
  area_id: number
  grain: 'all' | 'day' | 'month'
  start: string
  subject: string
} & Partial<Figures>

export const nameOfSum = ({ area_id, grain, start, subject }: Sum): string =>
  `${area_id} ${grain} ${start} ${subject}`

/** Adds changes to sums: one line for each area, day and month and for all time, and of the month also the subject and each slice; for all time who has it in hand. */
export function addUp(sums: Map<string, Sum>, changes: readonly Change[], sign: 1 | -1 = 1): void {
  for (const change of changes) {
    // Once for all the lines: a change moves few of the many metrics.
    const more = metrics.flatMap((metric): More[] => {
      const by = change.figures[metric]
      return by ? [[metric, sign * by]] : []
    })
    if ('holder' in change) {
      for (const area_id of change.areas)
        addTo(sums, { area_id, grain: 'all', start: '2000-01-01', subject: change.holder }, more)
      continue
    }
    const { day, subject, slices, areas } = change
    const month = `${day.slice(0, 7)}-01`
    const lines = [
      { grain: 'all', start: '2000-01-01', subject: '' },
      { grain: 'day', start: day, subject: '' },
      { grain: 'month', start: month, subject: '' },
      { grain: 'month', start: month, subject },
      ...slices.map((slice) => ({ grain: 'month', start: month, subject: slice }) as const),
      ...(slices.includes(sliceOf.beyond)
        ? [{ grain: 'day', start: day, subject: sliceOf.beyond } as const]
        : []),
    ] as const
    for (const area_id of areas) for (const line of lines) addTo(sums, { area_id, ...line }, more)
  }
}

type More = [Metric, number]

function addTo(sums: Map<string, Sum>, line: Sum, more: readonly More[]): void {
  const name = nameOfSum(line)
  const sum = sums.get(name) ?? line
  sums.set(name, sum)
  for (const [metric, by] of more) sum[metric] = (sum[metric] ?? 0) + by
}

const columns = metrics.join(', ')
export const addToRollups = statement(
  'matters.add-to-rollups',
  `insert into matter_rollups as r (district_id, area_id, grain, start, subject, ${columns})
   select $1, area_id, grain, start, subject, ${metrics.map((each) => `coalesce(${each}, 0)`).join(', ')}
   from jsonb_to_recordset($2::jsonb) as f (area_id int, grain text, start date, subject text,
     ${metrics.map((each) => `${each} bigint`).join(', ')})
   order by area_id, grain, start, subject
   on conflict (district_id, area_id, grain, start, subject) do update set
     ${metrics.map((each) => `${each} = r.${each} + excluded.${each}`).join(', ')}`,
)

const linesAtOnce = 5000

/** Adds lines to those that are kept. */
export async function keepSums(ctx: Context, sums: readonly Sum[]): Promise<void> {
  for (let at = 0; at < sums.length; at += linesAtOnce) {
    const lines = sums.slice(at, at + linesAtOnce)
    await ctx.db.rows(addToRollups, [ctx.district.id, JSON.stringify(lines)])
  }
}
