import type { BodyOf } from '#kernel/contract/route.ts'
import type { Actor, Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { openDoor, reachedArea, reaches, widestArea, findArea } from '#modules/places/server/door.ts'
import {
  type addPost as AddPost,
  accountNotFound,
  type Contact,
  type Post,
  postAboveOwn,
  postNotFound,
  roleNotForArea,
} from '../contract.ts'
import { postEnded } from './jobs.ts'
import * as queries from './queries.ts'
import { areasOfRole, publicRoles } from './roles.ts'

const today = (ctx: Context): string => dayIn(ctx.district.timeZone, ctx.now)

export async function listPosts(
  ctx: Context,
  query: { area?: number; on?: string },
): Promise<{ items: Post[] }> {
  const area = query.area
    ? await reachedArea(ctx, 'people.read', query.area)
    : await widestArea(ctx, 'people.read')
  const rows = await ctx.db.rows(queries.listPosts, [ctx.district.id, area.id, query.on ?? today(ctx)])
  return { items: rows.map(shapePost) }
}

export async function listStaffingGaps(ctx: Context, query: { area?: number }) {
  const area = query.area
    ? await reachedArea(ctx, 'people.read', query.area)
    : await widestArea(ctx, 'people.read')
  const grids = await ctx.db.rows(queries.listGaps, [ctx.district.id, area.id, today(ctx)])
  const items = grids.map((grid) => ({
    areaId: grid.id,
    areaName: grid.name,
    communityName: grid.community ?? '',
    missing: [
      ...(grid.has_leader ? [] : ['grid_leader' as const]),
      ...(grid.has_worker ? [] : ['grid_worker' as const]),
      ...(grid.has_helper ? [] : ['grid_helper' as const]),
    ],
  }))
  return { grids: grids.length, items: items.filter((item) => item.missing.length > 0) }
}

export async function addPost(ctx: Context, body: BodyOf<typeof AddPost>): Promise<Post> {
  const area = await reachedArea(ctx, 'people.edit', body.areaId)
  if (!areasOfRole[body.role].includes(area.kind))
    throw roleNotForArea({ role: body.role, areaKind: area.kind })
  if (!mayGive(ctx.actor, ctx.permissionsOf(body.role), area.path)) throw postAboveOwn()
  const account = await ctx.db.row(queries.findAccount, [ctx.district.id, body.accountId, today(ctx)])
  if (!account) throw accountNotFound()

  const id = ctx.caller.key ?? uuidv7(ctx.now)
  await ctx.db.rows(queries.insertPost, [
    ctx.district.id,
    id,
    body.accountId,
    body.role,
    area.id,
    body.organisationId ?? null,
    body.duty ?? '',
    body.workPhone ?? '',
    body.validFrom ?? today(ctx),
    body.validTo ?? null,
  ])
  ctx.audit('people.post-given', id, { accountId: body.accountId, role: body.role, areaId: area.id })
  const added = await ctx.db.row(queries.findPost, [ctx.district.id, id])
  if (!added) throw postNotFound()
  return shapePost(added)
}

/** Nobody gives what they do not hold themselves, except the security administrators of the whole district. */
function mayGive(actor: Actor, wanted: ReadonlySet<string>, areaPath: readonly number[]): boolean {
  if (actor.kind === 'system' || actor.posts.some((post) => post.role === 'security_admin')) return true
  return [...wanted].every((permission) => reaches(actor, permission, areaPath))
}

export async function endPost(ctx: Context, postId: string): Promise<{ endedOn: string }> {
  const post = await ctx.db.row(queries.findPost, [ctx.district.id, postId])
  if (!post || !reaches(ctx.actor, 'people.edit', post.area_path)) throw postNotFound()

  await ctx.db.rows(queries.endPost, [ctx.district.id, postId, today(ctx)])
  await ctx.later(postEnded, { accountId: post.account_id })
  ctx.audit('people.post-ended', postId, {
    accountId: post.account_id,
    role: post.role,
    areaId: post.area_id,
  })
  return { endedOn: today(ctx) }
}

/** Whom to ask about a place: the posts of the building, its grid and its community. */
export async function listContacts(ctx: Context, token: string) {
  const door = await openDoor(ctx, token)
  return { place: door.area_name, pathNames: door.path_names, items: await contactsOf(ctx, door.area_id) }
}

export async function contactsOf(ctx: Context, areaId: number): Promise<Contact[]> {
  const area = await ctx.db.row(findArea, [ctx.district.id, areaId])
  const rows = await ctx.db.rows(queries.listHolders, [
    ctx.district.id,
    area?.path ?? [],
    publicRoles,
    today(ctx),
  ])
  const order = (row: queries.PostRow): number => publicRoles.indexOf(row.role)
  return rows
    .toSorted((a, b) => order(a) - order(b))
    .slice(0, 20)
    .map(({ holder, role, area_name, duty, work_phone }) => ({
      name: holder,
      role,
      areaName: area_name,
      duty,
      workPhone: work_phone,
    }))
}

const shapePost = (row: queries.PostRow): Post => ({
  id: row.id,
  role: row.role,
  accountId: row.account_id,
  holder: row.holder,
  login: row.login,
  areaId: row.area_id,
  areaKind: row.area_kind,
  areaName: row.area_name,
  duty: row.duty,
  workPhone: row.work_phone,
  validFrom: row.valid_from,
  ...(row.organisation_id && { organisationId: row.organisation_id }),
  ...(row.organisation_name && { organisationName: row.organisation_name }),
  ...(row.valid_to && { validTo: row.valid_to }),
})
