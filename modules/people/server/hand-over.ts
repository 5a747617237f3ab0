import type { Context } from '#kernel/server/context.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { postEnded } from './jobs.ts'
import { endPost, insertPost, listHeldIn, type PostRow } from './queries.ts'

/** The posts of these areas that are held on `day` or later. */
export const postsHeldIn = (ctx: Context, areaIds: readonly number[], day: string): Promise<PostRow[]> =>
  ctx.db.rows(listHeldIn, [ctx.district.id, areaIds, day])

/**
 * Ends posts on `day` because their areas end, and goes on with the same holder, role and duty in the areas that take
 * over; in none when the post simply ends. Who may regroup the areas may do this: nobody gets a role they did not hold.
 * The rule of one leader and one worker holds: @throws postTaken when two would hold the same post of one area.
 */
export async function handOverPosts(
  ctx: Context,
  posts: readonly { post: PostRow; to: readonly number[] }[],
  day: string,
): Promise<void> {
  for (const { post, to } of posts) {
    await ctx.db.rows(endPost, [ctx.district.id, post.id, day])
    ctx.audit('people.post-ended', post.id, {
      accountId: post.account_id,
      role: post.role,
      areaId: post.area_id,
    })
    const from = post.valid_from > day ? post.valid_from : day
    for (const areaId of to) await carryOn(ctx, post, areaId, from)
    await ctx.later(postEnded, { accountId: post.account_id })
  }
}

async function carryOn(ctx: Context, post: PostRow, areaId: number, from: string): Promise<void> {
  const id = uuidv7(ctx.now)
  const { account_id, role, organisation_id, duty, work_phone, valid_to } = post
  await ctx.db.rows(insertPost, [
    ctx.district.id,
    id,
    account_id,
    role,
    areaId,
    organisation_id,
    duty,
    work_phone,
    from,
    valid_to,
  ])
  ctx.audit('people.post-given', id, { accountId: account_id, role, areaId, carriedOn: post.id })
}
