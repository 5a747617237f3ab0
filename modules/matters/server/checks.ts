import { check, good, wrong } from '#kernel/server/check.ts'
import { statement } from '#kernel/server/database.ts'
import { dayIn } from '#kernel/server/day.ts'

const lastDay = statement<{ last: string | null }>(
  'matters.last-calendar-day',
  'select max(day)::text as last from work_calendar where district_id = $1',
)

/** Promises that reach into a year whose days are not published count plain weekdays: the office should add the year. */
const calendar = check({
  name: 'calendar',
  async run(ctx) {
    const soon = dayIn(ctx.district.timeZone, new Date(ctx.now.getTime() + 30 * 86_400_000))
    const last = (await ctx.db.row(lastDay, [ctx.district.id]))?.last
    const told = last ? `到 ${last} / until` : '没有 / none'
    if (last && last >= soon) return good(told)
    return wrong(told, '按国务院办公厅通知补上下一年的工作日历 / add the next year’s working days')
  },
})

export const checks = [calendar]
