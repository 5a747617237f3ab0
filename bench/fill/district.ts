import type { Context } from '#kernel/server/context.ts'
import { type Ground, runAsSystem } from '#kernel/server/ground.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { openDistrict } from '#modules/matters/server/door.ts'
import type { Role } from '#modules/people/contract.ts'
import { hashPassword } from '#modules/people/server/password.ts'
import { insertAccount } from '#modules/people/server/account-queries.ts'
import { insertPost } from '#modules/people/server/queries.ts'
import {
  insertPlaced,
  issueDoorCodes,
  place,
  type PlacedArea,
  reserveNumbers,
} from '#modules/places/server/door.ts'

export const benchDistrict = 990100
export const benchPassword = 'a bench has no secrets'

/** How the district is cut: every community has ten grids, every grid three buildings with a door code. */
const streets = 10
const communitiesOfStreet = 10
const gridsOfCommunity = 10
const buildingsOfGrid = 3
const staffOfStreet = 5

const sinceDays = 3_000

/** Makes the district, its areas, doors, subjects, limits, and the posts of grids, communities and streets. */
export async function openBenchDistrict(ground: Ground): Promise<void> {
  await runAsSystem(ground, async (inDistrict) => {
    const district = { id: benchDistrict, name: '量测区', hosts: [`${benchDistrict}.localhost`] }
    await inDistrict(district, async (ctx) => {
      await openDistrict(ctx)
      const areas = await addAreas(ctx)
      const buildings = areas.filter((area) => area.kind === 'building')
      await issueDoorCodes(
        ctx,
        buildings.map(({ id }) => ({ areaId: id })),
      )
      await addStaff(ctx, areas)
    })
  })
}

async function addAreas(ctx: Context): Promise<PlacedArea[]> {
  const communities = streets * communitiesOfStreet
  const grids = communities * gridsOfCommunity
  const total = 1 + streets + communities + grids + grids * buildingsOfGrid
  let next = await reserveNumbers(ctx, total)
  const validFrom = daysBefore(ctx.now, sinceDays)
  const placed: PlacedArea[] = []
  const add = (area: Parameters<typeof place>[2], parent?: PlacedArea): PlacedArea => {
    const made = place(ctx, next, { ...area, validFrom }, parent)
    next += 1
    placed.push(made)
    return made
  }
  const root = add({ kind: 'district', name: '量测区', code: `${benchDistrict}000000` })
  for (const s of counted(streets)) {
    const street = add({ kind: 'street', name: `第${s}街道`, code: codeOf(s, 0) }, root)
    for (const c of counted(communitiesOfStreet)) {
      const community = add({ kind: 'community', name: `${s}-${c}社区`, code: codeOf(s, c) }, street)
      for (const g of counted(gridsOfCommunity)) {
        const grid = add({ kind: 'grid', name: `第${g}网格`, gridKind: 'community' }, community)
        for (const b of counted(buildingsOfGrid)) add({ kind: 'building', name: `${b}号楼` }, grid)
      }
    }
  }
  await insertPlaced(ctx, placed)
  return placed
}

const counted = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
const codeOf = (street: number, community: number): string =>
  `${benchDistrict}${String(street).padStart(3, '0')}${String(community).padStart(3, '0')}`
const daysBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * 24 * 3600_000).toISOString().slice(0, 10)

/** One worker a grid, one clerk a community, several a street. All have one password: it is hashed once. */
async function addStaff(ctx: Context, areas: readonly PlacedArea[]): Promise<void> {
  const hash = await hashPassword(benchPassword)
  const roles: Partial<Record<PlacedArea['kind'], { role: Role; word: string; count: number }>> = {
    grid: { role: 'grid_worker', word: 'worker', count: 1 },
    community: { role: 'community_clerk', word: 'clerk', count: 1 },
    street: { role: 'street_staff', word: 'street', count: staffOfStreet },
    district: { role: 'district_staff', word: 'district', count: 1 },
  }
  const sent: Promise<unknown>[] = []
  for (const area of areas) {
    const post = roles[area.kind]
    for (const number of counted(post?.count ?? 0)) {
      const login = `${post?.word}-${area.id}-${number}`
      sent.push(addOne(ctx, { login, role: post?.role ?? 'grid_worker', areaId: area.id, hash }))
    }
  }
  await Promise.all(sent)
}

async function addOne(ctx: Context, one: { login: string; role: Role; areaId: number; hash: string }) {
  const { district, now } = ctx
  const accountId = uuidv7(now)
  const since = daysBefore(now, sinceDays)
  const account = [district.id, accountId, one.login, `工作人员${one.login}`, one.hash, now, false]
  await ctx.db.rows(insertAccount, account)
  const post = [district.id, uuidv7(now), accountId, one.role, one.areaId, null, '', '', since, null]
  await ctx.db.rows(insertPost, post)
}
