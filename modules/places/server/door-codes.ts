import { randomInt } from 'node:crypto'
import QRCode from 'qrcode'
import type { Context } from '#kernel/server/context.ts'
import { type DoorCode, doorCodeNotFound } from '../contract.ts'
import {
  type DoorRow,
  findDoor,
  findDoorArea,
  insertDoors,
  listDoors,
  listSomeDoors,
  retireDoor,
} from './queries.ts'
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

export async function listDoorCodes(
  ctx: Context,
  areaId: number,
  base: string,
): Promise<{ items: DoorCode[] }> {
  await reachedArea(ctx, 'places.door-codes', areaId)
  const rows = await ctx.db.rows(listDoors, [ctx.district.id, areaId])
  return { items: await Promise.all(rows.map((row) => shapeDoor(row, base))) }
}

export async function makeDoorCode(
  ctx: Context,
  areaId: number,
  facility: string,
  base: string,
): Promise<DoorCode> {
  await reachedArea(ctx, 'places.door-codes', areaId)

  const [token = ''] = await issueDoorCodes(ctx, [{ areaId, facility: facility.trim() }])
  ctx.audit('places.door-code-made', String(areaId), { facility })
  const row = await ctx.db.row(findDoor, [ctx.district.id, token])
  if (!row) throw doorCodeNotFound()
  return shapeDoor(row, base)
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

/** The place a code on a door stands for. @throws doorCodeNotFound */
export async function openDoor(ctx: Context, token: string): Promise<DoorRow> {
  const door = await ctx.db.row(findDoor, [ctx.district.id, token.toLowerCase()])
  if (!door) throw doorCodeNotFound()
  return door
}

async function shapeDoor(row: DoorRow, base: string): Promise<DoorCode> {
  const url = `${base}/d/${row.token}`
  return {
    token: row.token,
    areaId: row.area_id,
    areaName: row.area_name,
    pathNames: row.path_names,
    facility: row.facility,
    url,
    svg: await QRCode.toString(url, { type: 'svg', margin: 0, errorCorrectionLevel: 'Q' }),
    madeAt: row.made_at.toISOString(),
  }
}

/** A few doors for a visitor of the demonstration to try. */
export async function demoDoors(ctx: Context): Promise<{ token: string; pathNames: string[] }[]> {
  const rows = await ctx.db.rows(listSomeDoors, [ctx.district.id])
  return rows.map((row) => ({ token: row.token, pathNames: row.path_names }))
}
