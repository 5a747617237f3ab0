import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { statement } from '#kernel/server/database.ts'
import { type Change, type Figures, metrics, deltaOf } from './figures.ts'
import { figuresAreCurrent } from './figures-version.ts'
import { addUp, keepSums, nameOfSum, type Sum } from './keep-figures.ts'
import type { MatterRow } from './queries.ts'

const portionSize = 1000
const none = '00000000-0000-0000-0000-000000000000'

// Whoever adds to the figures waits until the recount is over.
const lockFigures = statement('matters.lock-figures', 'lock table matter_rollups in share row exclusive mode')
const clearFigures = statement('matters.clear-figures', 'delete from matter_rollups where district_id = $1')
// Each matter with what of it waits in the queue, both as of one moment: what happens later is added later.
const pageWithPending = statement<MatterRow & { pending: Change[][] | null }>(
  'matters.recount-page',
  `with page as (
     select * from matters where district_id = $1 and id > $2 order by id limit ${portionSize}
   ), waiting as (
     select c.matter_id, jsonb_agg(c.delta) as pending from matter_changes c
     where c.district_id = $1 and c.matter_id in (select id from page) group by c.matter_id
   )
   select page.*, waiting.pending from page left join waiting on waiting.matter_id = page.id order by page.id`,
)
const pendingPage = statement<{ id: number; delta: Change[] }>(
  'matters.pending-page',
  `select id, delta from matter_changes where district_id = $1 and id > $2 order by id limit ${portionSize}`,
)
const keptMonths = statement<{ month: string }>(
  'matters.kept-months',
  `select distinct date_trunc('month', start)::date::text as month from matter_rollups
   where district_id = $1 and grain <> 'all'`,
)
const keptOfMonth = statement<Sum>(
  'matters.kept-of-month',
  `select area_id, grain, start::text, subject, ${metrics.join(', ')} from matter_rollups
   where district_id = $1 and grain <> 'all' and start >= $2::date and start < $2::date + interval '1 month'`,
)
const keptOfAll = statement<Sum>(
  'matters.kept-of-all',
  `select area_id, grain, start::text, subject, ${metrics.join(', ')} from matter_rollups
   where district_id = $1 and grain = 'all'`,
)

/** What changed and is not yet in the kept figures; usually the last second. */
async function pendingSums(ctx: Context): Promise<Map<string, Sum>> {
  const sums = new Map<string, Sum>()
  let after = 0
  for (;;) {
    const rows = await ctx.db.rows(pendingPage, [ctx.district.id, after])
    for (const { delta } of rows) addUp(sums, delta)
    if (rows.length < portionSize) return sums
    after = rows.at(-1)?.id ?? after
  }
}

type Month = { month: string; sums: Map<string, Sum> }

/**
 * Counts matter by matter what the figures ought to be. Matters come in the order of their receipt, which is that of their
 * ids, so only one month is held at a time however many there are.
 */
class Counting {
  readonly #zone: string
  #month = ''
  #sums = new Map<string, Sum>()

  constructor(timeZone: string) {
    this.#zone = timeZone
  }

  /**
   * @param pending what of the matter is added by somebody else later
   * @returns the month that is over with this matter, the first of its next
   */
  add(matter: MatterRow, pending: readonly Change[] = []): Month | undefined {
    const month = `${dayIn(this.#zone, matter.received_at).slice(0, 7)}-01`
    const over = month === this.#month ? undefined : this.end()
    this.#month = month
    addUp(this.#sums, deltaOf(this.#zone, undefined, matter))
    addUp(this.#sums, pending, -1)
    return over
  }

  /** @returns the last month, if there was any. */
  end(): Month | undefined {
    const over = this.#month ? { month: this.#month, sums: this.#sums } : undefined
    this.#month = ''
    this.#sums = new Map()
    return over
  }
}

/**
 * Makes the figures anew from all matters. Whatever happens meanwhile waits in its queue and is added afterwards.
 * @returns how many matters were counted
 */
export async function recountFigures(
  ctx: Context,
  say: (counted: number) => void = () => undefined,
): Promise<number> {
  await ctx.db.rows(lockFigures, [])
  await ctx.db.rows(clearFigures, [ctx.district.id])
  const counting = new Counting(ctx.district.timeZone)
  const keep = (month: Month | undefined) => (month ? keepSums(ctx, [...month.sums.values()]) : undefined)
  let counted = 0
  let after = none
  for (;;) {
    const rows = await ctx.db.rows(pageWithPending, [ctx.district.id, after])
    for (const { pending, ...matter } of rows) await keep(counting.add(matter, pending?.flat()))
    counted += rows.length
    say(counted)
    if (rows.length < portionSize) break
    after = rows.at(-1)?.id ?? after
  }
  await keep(counting.end())
  return counted
}

/** Compares what is kept, and what waits to be added, with a recount, a month at a time. */
export class FiguresCheck {
  readonly #ctx: Context
  readonly #counting: Counting
  readonly #found: (what: string, subject: string) => void
  #months: Set<string> | undefined
  #pending = new Map<string, Sum>()
  /** Lines over all time, one an area. */
  readonly #all = new Map<string, Sum>()
  compared = 0

  constructor(ctx: Context, found: (what: string, subject: string) => void) {
    this.#ctx = ctx
    this.#counting = new Counting(ctx.district.timeZone)
    this.#found = found
  }

  /** Where an earlier release counted less, the server makes the figures anew by itself, and nothing is compared. */
  async begin(): Promise<void> {
    if (!(await figuresAreCurrent(this.#ctx))) return
    const months = await this.#ctx.db.rows(keptMonths, [this.#ctx.district.id])
    this.#months = new Set(months.map((row) => row.month))
    this.#pending = await pendingSums(this.#ctx)
  }

  async add(matter: MatterRow): Promise<void> {
    if (this.#months) await this.#compareMonth(this.#counting.add(matter))
  }

  /** Also the months that are kept and in which nothing was received, and the sums over all time. */
  async end(): Promise<void> {
    if (!this.#months) return
    await this.#compareMonth(this.#counting.end())
    for (const month of this.#months) await this.#compareMonth({ month, sums: new Map() })
    const kept = await this.#ctx.db.rows(keptOfAll, [this.#ctx.district.id])
    this.#compare(kept, this.#all, ({ grain }) => grain === 'all')
  }

  async #compareMonth(counted: Month | undefined): Promise<void> {
    if (!counted) return
    this.#months?.delete(counted.month)
    const own = new Map<string, Sum>()
    for (const [name, sum] of counted.sums) {
      if (sum.grain !== 'all') own.set(name, sum)
      else this.#all.set(name, plus(this.#all.get(name), sum))
    }
    const kept = await this.#ctx.db.rows(keptOfMonth, [this.#ctx.district.id, counted.month])
    const month = counted.month.slice(0, 7)
    this.#compare(kept, own, ({ grain, start }) => grain !== 'all' && start.startsWith(month))
  }

  #compare(kept: readonly Sum[], counted: ReadonlyMap<string, Sum>, isOf: (sum: Sum) => boolean): void {
    const sums = new Map(kept.map((sum) => [nameOfSum(sum), sum]))
    for (const [name, sum] of this.#pending) if (isOf(sum)) sums.set(name, plus(sums.get(name), sum))
    const names = new Set([...sums.keys(), ...counted.keys()])
    for (const name of names) this.#compareLine(name, sums.get(name), counted.get(name))
    this.compared += names.size
  }

  #compareLine(name: string, kept: Sum | undefined, counted: Sum | undefined): void {
    const wrong = metrics.filter((metric) => (kept?.[metric] ?? 0) !== (counted?.[metric] ?? 0))
    if (wrong.length === 0) return
    const told = wrong.map((metric) => `${metric} ${kept?.[metric] ?? 0}, counted ${counted?.[metric] ?? 0}`)
    this.#found('figures-differ', `${name}: ${told.join('; ')}`)
  }
}

function plus(a: Sum | undefined, b: Sum): Sum {
  if (!a) return b
  const figures = Object.fromEntries(metrics.map((metric) => [metric, (a[metric] ?? 0) + (b[metric] ?? 0)]))
  return { ...a, ...(figures as Figures) }
}
