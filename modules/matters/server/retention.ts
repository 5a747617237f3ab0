import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { job } from '#kernel/server/job-kind.ts'
import { readSetting, setting, writeSetting } from '#kernel/server/settings.ts'
import { Retention } from '../contract.ts'
import { expireContact } from './erase.ts'
import { isOpen } from './matter-states.ts'
import { lockMatter, type MatterRow } from './queries.ts'

/** How long names and numbers are kept after the end of a matter, in months. */
export const retention = setting(
  'office.retention',
  Retention,
  { contactMonths: 24 },
  { permission: 'matters.notice' },
)

export const readRetention = (ctx: Context): Promise<Retention> => readSetting(ctx, retention)

export async function changeRetention(ctx: Context, value: Retention): Promise<Retention> {
  await writeSetting(ctx, retention, value)
  return value
}

/** When name and number are erased by themselves; undefined while the matter is open. */
export function contactUntil(
  matter: Pick<MatterRow, 'status' | 'status_at'>,
  months: number,
): Date | undefined {
  if (isOpen(matter.status)) return undefined
  const until = new Date(matter.status_at)
  until.setUTCMonth(until.getUTCMonth() + months)
  return until
}

/** Reports that name somebody and whose matter ended before `$2`, the oldest first. */
const listExpired = statement<{ id: string; matter_id: string }>(
  'matters.list-expired-contacts',
  `select r.id, r.matter_id from reports r
   join matters m on m.district_id = r.district_id and m.id = r.matter_id
   where r.district_id = $1 and r.received_at < $2
     and coalesce(r.contact_phone_sealed, r.contact_name_sealed, r.contact_email_sealed) is not null
     and m.status in ('closed', 'returned', 'merged', 'withdrawn') and m.status_at < $2
   order by r.received_at, r.id limit 1000`,
)

/** One round; what is left over is taken the next night. */
export async function expireContacts(ctx: Context): Promise<number> {
  const { contactMonths } = await readSetting(ctx, retention)
  const before = new Date(ctx.now)
  before.setUTCMonth(before.getUTCMonth() - contactMonths)
  const expired = await ctx.db.rows(listExpired, [ctx.district.id, before])
  for (const { id, matter_id: matterId } of expired) {
    const matter = await ctx.db.row(lockMatter, [ctx.district.id, matterId])
    if (matter) await expireContact(ctx, matter, id)
  }
  return expired.length
}

export const retentionJobs = [
  job<object>({
    name: 'matters.expire-contacts',
    cron: '17 4 * * *',
    run: async (ctx) => void (await expireContacts(ctx)),
  }),
]
