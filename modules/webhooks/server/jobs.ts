import { job } from '#kernel/server/job-kind.ts'
import { deliver } from './deliver.ts'
import { gather } from './gather.ts'
import { deleteOld } from './queries.ts'

const keptMs = 30 * 24 * 3600_000

const gathering = job<object>({ name: 'webhooks.gather', every: 1, run: gather })
const delivering = job<object>({ name: 'webhooks.deliver', every: 1, run: deliver })
const pruning = job<object>({
  name: 'webhooks.prune',
  cron: '17 3 * * *',
  run: async (ctx) =>
    void (await ctx.db.rows(deleteOld, [ctx.district.id, new Date(ctx.now.getTime() - keptMs)])),
})

export const jobs = [gathering, delivering, pruning]
