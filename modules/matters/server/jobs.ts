import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { job } from '#kernel/server/job-kind.ts'
import { actorOfAccount, postEnded } from '#modules/people/server/door.ts'
import { findLiving } from '#modules/places/server/door.ts'
import { append, mayAct } from './act.ts'
import { alarmJobs } from './alarm.ts'
import { makeUpJobs } from './make-up.ts'
import { lockMatter, type MatterRow } from './queries.ts'
import { toLevel } from './routing.ts'
import { retentionJobs } from './retention.ts'
import { sequenceJobs } from './sequence.ts'
import { tellingJobs } from './tell-people.ts'

const inHand = statement<{ id: string }>(
  'matters.in-hand',
  `select id from matters where district_id = $1 and handler_id = $2
     and status in ('received', 'accepted', 'in_progress') order by due_at, id limit 500`,
)

/** Nothing waits for somebody who left: what they may no longer handle goes to the post on duty, or the level above. */
const release = job<{ accountId: string }>({
  ...postEnded,
  async run(ctx, { accountId }) {
    const holder = await actorOfAccount(ctx, accountId)
    for (const { id } of await ctx.db.rows(inHand, [ctx.district.id, accountId])) {
      const matter = await ctx.db.row(lockMatter, [ctx.district.id, id])
      const stays = holder && matter && mayAct({ ...holder, id: undefined }, matter, 'matters.handle')
      if (matter && matter.handler_id === accountId && !stays) await passOn(ctx, matter)
    }
  },
})

async function passOn(ctx: Context, matter: MatterRow): Promise<void> {
  // A grid may have ended with the post: its houses know the grid that took over.
  const area = await ctx.db.row(findLiving, [ctx.district.id, matter.area_path])
  if (!area) return
  const { level, handler_id, route } = await toLevel(ctx, area, matter.level)
  const reason = '原办理人不再负责这里，系统改派。'
  if (level === matter.level && handler_id) {
    append(ctx, matter, 'assigned', { handler_id, words: reason })
    return
  }
  append(ctx, matter, 'handed_up', { level, handler_id, route, reason, promise: matter.promise })
}

export const jobs = [release, ...alarmJobs, ...sequenceJobs, ...makeUpJobs, ...tellingJobs, ...retentionJobs]
