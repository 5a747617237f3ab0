import type { ProblemKind } from '#kernel/contract/problem.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Context } from '#kernel/server/context.ts'
import {
  areaInWords,
  areaOfDoor,
  type AreaRow,
  findArea,
  findRoot,
  gridAt,
  toWgs84,
} from '#modules/places/server/door.ts'
import {
  addressIdUnknown,
  coordinatesUnknown,
  locationMissing,
  locationOutside,
  locationWrong,
} from '../contract.ts'
import { one, type Sent } from './parameters.ts'

type Point = { lon: number; lat: number }
export type Where = { point?: Point; addressId?: string; address?: string }
export type Place = { place: AreaRow; doorToken?: string }

const systems = ['wgs84', 'gcj02', 'bd09', 'cgcs2000'] as const

/**
 * Where something is, as it was sent. Points are WGS-84 as the standard says; only `coordinate_system` names another one, since
 * maps sold in China deliver shifted points without saying so.
 */
export function whereIn(sent: Sent, problems: ProblemKind[]): Where {
  const point = pointIn(sent, problems)
  const [addressId, address] = [one(sent, 'address_id'), one(sent, 'address_string')]
  const isAsked = one(sent, 'lat') !== undefined || one(sent, 'long') !== undefined
  if (!isAsked && !addressId && !address) problems.push(locationMissing)
  return { ...(point && { point }), ...(addressId && { addressId }), ...(address && { address }) }
}

function pointIn(sent: Sent, problems: ProblemKind[]): Point | undefined {
  const [latText, lonText] = [one(sent, 'lat'), one(sent, 'long')]
  const named = one(sent, 'coordinate_system')?.toLowerCase() ?? 'wgs84'
  const system = systems.find((each) => each === named)
  if (!system) problems.push(coordinatesUnknown)
  if (latText === undefined && lonText === undefined) return undefined
  const [lat, lon] = [degrees(latText, 90), degrees(lonText, 180)]
  if (lat === undefined || lon === undefined) {
    problems.push(locationWrong)
    return undefined
  }
  const [wgsLon, wgsLat] = toWgs84([lon, lat], system ?? 'wgs84')
  return { lon: wgsLon, lat: wgsLat }
}

function degrees(text: string | undefined, most: number): number | undefined {
  const value = text !== undefined && /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text) ? Number(text) : Number.NaN
  return Math.abs(value) <= most ? value : undefined
}

/**
 * The area a request is about: the one named by its id or door code; else the grid of the point, or a finer area in it that the
 * written address names; else what the address names; and an address that names nothing of ours goes to the district, where
 * somebody reads it. @throws addressIdUnknown, locationOutside
 */
export async function placeOf(ctx: Context, where: Where): Promise<Place> {
  if (where.addressId) return placeWithId(ctx, where.addressId)
  const grid = where.point && (await gridAt(ctx, where.point))
  const written = where.address ? await areaInWords(ctx, where.address) : undefined
  if (grid !== undefined) {
    if (written?.path.includes(grid)) return { place: written }
    const area = await ctx.db.row(findArea, [ctx.district.id, grid])
    if (area) return { place: area }
  }
  if (written) return { place: written }
  const root = where.address ? await ctx.db.row(findRoot, [ctx.district.id]) : undefined
  if (!root) throw locationOutside()
  return { place: root }
}

async function placeWithId(ctx: Context, id: string): Promise<Place> {
  if (/^\d{1,9}$/.test(id)) {
    const area = await ctx.db.row(findArea, [ctx.district.id, Number(id)])
    if (!area) throw addressIdUnknown()
    return { place: area }
  }
  try {
    const door = await areaOfDoor(ctx, id)
    return { place: door, doorToken: door.token }
  } catch (error) {
    throw error instanceof Problem ? addressIdUnknown() : error
  }
}
