import { randomInt } from 'node:crypto'
import QRCode from 'qrcode'
import type { Context } from '#kernel/server/context.ts'
import type { QueryOf } from '#kernel/contract/route.ts'
import {
  areaNotFound,
  type CodeSet,
  type DoorCode,
  doorCodeNotFound,
  type listDoorCodes as ListDoorCodes,
  type Poster,
} from '../contract.ts'
import {
  countDoors,
  countMissing,
  type DoorRow,
  findDoor,
  findDoorArea,
  findOwnDoor,
  insertDoors,
  listDoors,
  listMissing,
  listSomeDoors,
  retireDoor,
} from './door-queries.ts'
import { findArea } from './queries.ts'
import { reachedArea } from './reach.ts'

// No 0, 1, i, l, o, u: a code read aloud or copied by hand stays right. 30^10 makes guessing hopeless.
const letters = '23456789abcdefghjkmnpqrstvwxyz'
const length = 10

export const newToken = (): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

/** Makes door codes for areas; returns the tokens in order. */
export async function issueDoorCodes(ctx: Context, doors: readonly { areaId: number; facility?: string }[]) {
  const made = doors.map(({ areaId, facility }) => ({
    token: newToken(),
    area_id: areaId,
    facility: facility ?? '',
  }))
  await ctx.db.rows(insertDoors, [ctx.district.id, ctx.now, JSON.stringify(made)])
  return made.map((door) => door.token)
}

export async function listDoorCodes(ctx: Context, areaId: number, query: QueryOf<typeof ListDoorCodes>) {
  await reachedArea(ctx, 'places.door-codes', areaId)
  const limit = query.limit ?? 100
  const values = [ctx.district.id, areaId, query.after ?? null, limit + 1, query.state === 'retired']
  const rows = await ctx.db.rows(listDoors, values)
  const counts = await ctx.db.row(countDoors, [ctx.district.id, areaId])
  const items = rows.slice(0, limit).map((row) => shapeDoor(row, ctx.caller.base))
  const last = items.at(-1)
  const next = rows.length > limit && last ? last.token : undefined
  return { items, inUse: counts?.in_use ?? 0, retired: counts?.retired ?? 0, ...(next && { next }) }
}

/** A portion of the posters of an area: drawing thousands at once would keep the server from everybody else. */
export async function listPosters(ctx: Context, areaId: number, query: { after?: string; limit?: number }) {
  const { items, next, inUse } = await listDoorCodes(ctx, areaId, { limit: 60, ...query })
  return { items: await Promise.all(items.map(drawn)), inUse, ...(next && { next }) }
}

const drawn = async (code: DoorCode): Promise<Poster> => ({
  ...code,
  svg: await QRCode.toString(code.url, { type: 'svg', margin: 0, errorCorrectionLevel: 'Q' }),
})

export async function previewMissingCodes(ctx: Context, areaId: number, { kind, facility }: CodeSet) {
  await reachedArea(ctx, 'places.door-codes', areaId)
  const found = await ctx.db.row(countMissing, [ctx.district.id, areaId, kind, facility?.trim() ?? ''])
  return { all: found?.all ?? 0, missing: found?.missing ?? 0, examples: found?.examples ?? [] }
}

/** More than this is no longer one act. */
const madeAtMost = 5_000

/** Makes the codes that areas of the given kinds lack; those that have one keep it. */
export async function makeMissingCodes(
  ctx: Context,
  areaId: number,
  sets: readonly CodeSet[],
): Promise<{ made: number; left: number }> {
  await reachedArea(ctx, 'places.door-codes', areaId)
  let made = 0
  let missing = 0
  for (const set of sets) {
    const facility = set.facility?.trim() ?? ''
    missing += (await previewMissingCodes(ctx, areaId, set)).missing
    const values = [ctx.district.id, areaId, set.kind, facility, madeAtMost - made]
    const lacking = await ctx.db.rows(listMissing, values)
    if (lacking.length > 0) {
      await issueDoorCodes(
        ctx,
        lacking.map(({ id }) => ({ areaId: id, facility })),
      )
    }
    made += lacking.length
  }
  ctx.audit('places.door-codes-made', String(areaId), { made, sets })
  return { made, left: missing - made }
}

export async function makeDoorCode(ctx: Context, areaId: number, facility: string): Promise<DoorCode> {
  await reachedArea(ctx, 'places.door-codes', areaId)

  const [token = ''] = await issueDoorCodes(ctx, [{ areaId, facility: facility.trim() }])
  ctx.audit('places.door-code-made', String(areaId), { facility })
  const row = await ctx.db.row(findDoor, [ctx.district.id, token])
  if (!row) throw doorCodeNotFound()
  return shapeDoor(row, ctx.caller.base)
}

export async function retireDoorCode(
  ctx: Context,
  areaId: number,
  token: string,
): Promise<{ retiredAt: string }> {
  await reachedArea(ctx, 'places.door-codes', areaId)

  const retired = await ctx.db.row(retireDoor, [ctx.district.id, areaId, token, ctx.now])
  if (!retired) throw doorCodeNotFound()
  ctx.audit('places.door-code-retired', String(areaId))
  return { retiredAt: ctx.now.toISOString() }
}

/** The area behind a code on a door, whole. @throws doorCodeNotFound */
export async function areaOfDoor(ctx: Context, token: string) {
  const found = await ctx.db.row(findDoorArea, [ctx.district.id, token.toLowerCase()])
  if (!found) throw doorCodeNotFound()
  return found
}

/** The code on the door of a place, for who chose it without scanning. @throws doorCodeNotFound when it has none */
export async function readPlaceDoor(ctx: Context, areaId: number): Promise<{ token: string }> {
  const area = await ctx.db.row(findArea, [ctx.district.id, areaId])
  if (!area) throw areaNotFound()
  const door = await ctx.db.row(findOwnDoor, [ctx.district.id, areaId])
  if (!door) throw doorCodeNotFound()
  return door
}

/** The place a code on a door stands for. @throws doorCodeNotFound */
export async function openDoor(ctx: Context, token: string): Promise<DoorRow> {
  const door = await ctx.db.row(findDoor, [ctx.district.id, token.toLowerCase()])
  if (!door) throw doorCodeNotFound()
  return door
}

const shapeDoor = (row: DoorRow, base: string): DoorCode => ({
  token: row.token,
  areaId: row.area_id,
  areaKind: row.area_kind,
  areaName: row.area_name,
  pathNames: row.path_names ?? [],
  facility: row.facility,
  url: `${base}/d/${row.token}`,
  madeAt: row.made_at.toISOString(),
  ...(row.grid_id && { gridId: row.grid_id }),
  ...(row.retired_at && { retiredAt: row.retired_at.toISOString() }),
})

/** A few doors for a visitor of the demonstration to try. */
export async function demoDoors(ctx: Context): Promise<{ token: string; pathNames: string[] }[]> {
  const rows = await ctx.db.rows(listSomeDoors, [ctx.district.id])
  return rows.map((row) => ({ token: row.token, pathNames: row.path_names }))
}
