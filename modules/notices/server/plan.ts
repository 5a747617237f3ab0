import type { Context } from '#kernel/server/context.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { type Rules, type Way, ways } from '../contract.ts'
import { isOpen } from './channels.ts'
import { findKind } from './kinds.ts'
import { choicesOfAccounts } from './own-queries.ts'
import { insertDeliveries, markPlanned, type Planned, takeUnplanned, type Unplanned } from './queries.ts'
import { afterQuiet, type QuietHours } from './quiet-hours.ts'
import { rules } from './settings.ts'
import { addressField } from './tell.ts'
import { masked } from './ways.ts'

const portion = 100

/** Chooses the ways of what was told: one row a way, due now or after the quiet hours. */
export async function planNotices(ctx: Context): Promise<void | 'more'> {
  const notices = await ctx.db.rows(takeUnplanned, [ctx.district.id])
  if (notices.length === 0) return undefined
  const house = await houseOf(ctx, notices)
  const deliveries = notices.flatMap((notice) => deliveriesOf(ctx, notice, house))
  if (deliveries.length > 0)
    await ctx.db.rows(insertDeliveries, [ctx.district.id, JSON.stringify(deliveries), ctx.now])
  await ctx.db.rows(markPlanned, [ctx.district.id, notices.map((each) => each.id), ctx.now])
  return notices.length === portion ? 'more' : undefined
}

type Colleague = {
  /** Group of kinds -> ways; a group that is not there goes the usual ways. */
  chosen: Record<string, Way[]>
  quiet: QuietHours | undefined
  addresses: readonly { way: Way; masked: string }[]
}
type House = { rules: Rules; open: ReadonlySet<Way>; colleagues: ReadonlyMap<string, Colleague> }

async function houseOf(ctx: Context, notices: readonly Unplanned[]): Promise<House> {
  const accounts = [...new Set(notices.flatMap((each) => each.account_id ?? []))]
  const rows = accounts.length > 0 ? await ctx.db.rows(choicesOfAccounts, [ctx.district.id, accounts]) : []
  const open = new Set<Way>()
  for (const way of ways) if (await isOpen(ctx, way)) open.add(way)
  const colleagues = rows
    .filter((row) => !row.disabled)
    .map((row): [string, Colleague] => [
      row.account_id,
      {
        chosen: row.ways ?? {},
        quiet:
          row.quiet_from && row.quiet_until ? { from: row.quiet_from, until: row.quiet_until } : undefined,
        addresses: row.addresses,
      },
    ])
  return { rules: await readSetting(ctx, rules), open, colleagues: new Map(colleagues) }
}

function deliveriesOf(ctx: Context, notice: Unplanned, house: House): Planned[] {
  const kind = findKind(notice.kind)
  if (!kind) return []
  const colleague = house.colleagues.get(notice.account_id ?? '')
  const quiet = colleague?.quiet ?? house.rules.quiet
  const due = kind.urgent ? ctx.now : afterQuiet(ctx.district.timeZone, ctx.now, quiet)
  const of = (way: Way, mask: string): Planned => ({
    notice_id: notice.id,
    way,
    status: house.open.has(way) ? 'waiting' : 'skipped',
    masked: mask,
    due_at: due,
    outcome: house.open.has(way) ? null : 'way-off',
  })
  if (notice.way && notice.address_sealed) {
    const address = ctx.personalData.open(ctx.district.id, addressField, notice.address_sealed)
    return [of(notice.way, masked(notice.way, address))]
  }
  const wanted = colleague?.chosen[kind.group.key] ?? usualWays(colleague?.addresses ?? [], kind.urgent)
  // A way the district has closed since is left out: a colleague still has the list.
  return (colleague?.addresses ?? [])
    .filter(({ way }) => wanted.includes(way) && house.open.has(way))
    .map((each) => of(each.way, each.masked))
}

/** Who has chosen nothing gets the chat of the office, and SMS and e-mail only for what is urgent. */
export const usualWays = (addresses: readonly { way: Way }[], isUrgent: boolean): Way[] =>
  addresses.map(({ way }) => way).filter((way) => isUrgent || way === 'wecom' || way === 'dingtalk')
