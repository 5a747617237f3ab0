import { job } from '#kernel/server/job-kind.ts'
import type { Topic } from '#kernel/server/topic.ts'
import { deleteOldAttempts } from './provider-queries.ts'
import { deleteOldSessions, deleteOldSteps, forgetFailures } from './sign-in-queries.ts'

const dayMs = 24 * 3600_000

/** A post came to its end: what its holder had in hand needs someone else. */
export const postEnded: Topic<{ accountId: string }> = { name: 'people.post-ended' }

/** Removes sessions and ways in that are over and failures long past. */
const prune = job<object>({
  name: 'people.prune',
  cron: '17 3 * * *',
  async run(ctx) {
    await ctx.db.rows(deleteOldSessions, [ctx.district.id, ctx.now])
    await ctx.db.rows(deleteOldSteps, [ctx.district.id, ctx.now])
    await ctx.db.rows(deleteOldAttempts, [ctx.district.id, ctx.now])
    await ctx.db.rows(forgetFailures, [ctx.district.id, [], new Date(ctx.now.getTime() - dayMs)])
  },
})

export const jobs = [prune]
