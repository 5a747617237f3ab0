import type { BodyOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import { readSetting } from '#kernel/server/settings.ts'
import {
  type changeChoices as ChangeChoices,
  type confirmAddress as ConfirmAddress,
  addressWrong,
  type OwnChoices,
  type startAddress as StartAddress,
  type Way,
  ways,
  wayOff,
} from '../contract.ts'
import { isOpen } from './channels.ts'
import { checkCodeOf, sendCodeTo } from './codes.ts'
import { allKinds, type NoticeGroup } from './kinds.ts'
import * as queries from './own-queries.ts'
import { usualWays } from './plan.ts'
import { rules } from './settings.ts'
import { addressField } from './tell.ts'
import { isAddress, masked, plainAddress } from './ways.ts'

const confirming = 'notices.address'

/** The groups a colleague can choose for: those of which something may come to an account. */
function groupsOfStaff(): NoticeGroup[] {
  const groups = allKinds()
    .filter((kind) => kind.forStaff)
    .map((kind) => kind.group)
  return [...new Map(groups.map((group) => [group.key, group])).values()]
}

export async function readChoices(ctx: Context): Promise<OwnChoices> {
  const accountId = personId(ctx)
  const row = await ctx.db.row(queries.findChoices, [ctx.district.id, accountId])
  const addresses = await ctx.db.rows(queries.listAddresses, [ctx.district.id, accountId])
  const open: Way[] = []
  for (const way of ways) if (await isOpen(ctx, way)) open.push(way)
  const groups = groupsOfStaff().map((group) => {
    const chosen = row?.ways[group.key]
    const name = group[ctx.caller.language]
    return {
      key: group.key,
      name,
      ways: chosen ?? usualWays(addresses, false),
      isChosen: chosen !== undefined,
    }
  })
  return {
    language: row?.language ?? 'zh',
    ...(row?.quiet_from && row.quiet_until && { quiet: { from: row.quiet_from, until: row.quiet_until } }),
    districtQuiet: (await readSetting(ctx, rules)).quiet,
    open,
    addresses: addresses.map((each) => ({
      way: each.way,
      masked: each.masked,
      confirmedAt: each.confirmed_at.toISOString(),
    })),
    groups,
  }
}

export async function changeChoices(ctx: Context, body: BodyOf<typeof ChangeChoices>): Promise<OwnChoices> {
  const known = new Set(groupsOfStaff().map(({ key }) => key))
  const chosen = Object.fromEntries(
    body.groups.filter(({ key }) => known.has(key)).map((group) => [group.key, [...new Set(group.ways)]]),
  )
  await ctx.db.rows(queries.keepChoices, [
    ctx.district.id,
    personId(ctx),
    body.language,
    JSON.stringify(chosen),
    body.quiet?.from ?? null,
    body.quiet?.until ?? null,
    ctx.now,
  ])
  ctx.audit('notices.choices-changed', personId(ctx))
  return readChoices(ctx)
}

export async function startAddress(ctx: Context, { way, address }: BodyOf<typeof StartAddress>) {
  const plain = checked(way, address)
  if (!(await isOpen(ctx, way))) throw wayOff()
  ctx.audit('notices.address-started', personId(ctx), { way })
  const to = { way, address: plain, language: ctx.caller.language }
  return sendCodeTo(ctx, { purpose: confirming, way, address: plain, known: true, tell: to })
}

export async function confirmAddress(
  ctx: Context,
  way: Way,
  { address, code }: BodyOf<typeof ConfirmAddress>,
): Promise<OwnChoices> {
  const plain = checked(way, address)
  await checkCodeOf(ctx, { purpose: confirming, way, address: plain, code })
  const sealed = ctx.personalData.seal(ctx.district.id, addressField, plain)
  const accountId = personId(ctx)
  await ctx.db.rows(queries.keepAddress, [
    ctx.district.id,
    accountId,
    way,
    sealed,
    masked(way, plain),
    ctx.now,
  ])
  ctx.audit('notices.address-confirmed', accountId, { way })
  return readChoices(ctx)
}

export async function removeAddress(ctx: Context, way: Way): Promise<OwnChoices> {
  const accountId = personId(ctx)
  const removed = await ctx.db.rows(queries.removeAddress, [ctx.district.id, accountId, way])
  if (removed.length > 0) ctx.audit('notices.address-removed', accountId, { way })
  return readChoices(ctx)
}

function checked(way: Way, address: string): string {
  const plain = plainAddress(way, address)
  if (!isAddress(way, plain)) throw addressWrong()
  return plain
}
