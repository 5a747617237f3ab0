import type { Context } from '#kernel/server/context.ts'
import { job } from '#kernel/server/job-kind.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { deleteOldCodes } from './code-queries.ts'
import { planNotices } from './plan.ts'
import { deleteOld, deleteOldDemoMessages, eraseOld } from './queries.ts'
import { sendDue } from './send.ts'
import { rules } from './settings.ts'

const dayMs = 24 * 3600_000

/** What was told waits in its table: these two find it there, also after a restore. */
const plan = job<object>({ name: 'notices.plan', every: 2, run: planNotices })
const send = job<object>({ name: 'notices.send', every: 2, run: sendDue })

/** Words and addresses are erased, old records deleted, as the settings say. */
export async function pruneNotices(ctx: Context): Promise<void> {
  const { eraseAfterDays, deleteAfterDays } = await readSetting(ctx, rules)
  const before = (days: number): Date => new Date(ctx.now.getTime() - days * dayMs)
  await ctx.db.rows(eraseOld, [ctx.district.id, before(eraseAfterDays)])
  await ctx.db.rows(deleteOld, [ctx.district.id, before(deleteAfterDays)])
  await ctx.db.rows(deleteOldCodes, [ctx.district.id, before(2)])
  await ctx.db.rows(deleteOldDemoMessages, [ctx.district.id, before(7)])
}

const prune = job<object>({ name: 'notices.prune', cron: '43 3 * * *', run: pruneNotices })

export const jobs = [plan, send, prune]
