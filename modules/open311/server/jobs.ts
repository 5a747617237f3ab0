import { job } from '#kernel/server/job-kind.ts'
import { noticeChanges } from './discovery.ts'
import { forgetErased } from './queries.ts'

const forget = job<object>({
  name: 'open311.forget-erased',
  cron: '53 3 * * *',
  run: async (ctx) => void (await ctx.db.rows(forgetErased, [ctx.district.id])),
})

export const jobs = [noticeChanges, forget]
