import { type Context, personId } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { reachedArea } from '#modules/places/server/door.ts'
import { phoneTooShort } from '../contract.ts'
import { phoneField, plainPhone, tailDigits, tailField } from './contact.ts'
import { findSummaries } from './list-queries.ts'
import { shapeAll } from './list-summary.ts'

const most = 50
/** A landline without its area code has seven digits. */
const wholeDigits = 7

/** Only what whoever asks could look at anyway: in the areas of their posts, in their organisation, or in their hands. */
const byIndex = (column: 'contact_tail_index' | 'contact_phone_index') =>
  statement<{ id: string }>(
    `matters.search-${column}`,
    `select id from (
       select distinct on (m.id) m.id, r.received_at from reports r
       join matters m on m.district_id = r.district_id and m.id = r.matter_id
       where r.district_id = $1 and r.${column} = $2 and r.erased_at is null
         and (m.area_path && $3::int[] or m.organisation_id = any ($4::uuid[]) or m.handler_id = $5)
         and ($6::int is null or m.area_path @> array[$6::int])
       order by m.id, r.received_at desc) found
     order by received_at desc limit ${most + 1}`,
  )
const byTail = byIndex('contact_tail_index')
const byWhole = byIndex('contact_phone_index')

/** What somebody reported who left this phone, the newest first; who searched is on record, the number is not. */
export async function searchByPhone(ctx: Context, { area, phone }: { area?: number; phone: string }) {
  const digits = plainPhone(phone)
  const isTail = digits.length === tailDigits
  if (!isTail && digits.length < wholeDigits) throw phoneTooShort()
  if (area !== undefined) await reachedArea(ctx, 'matters.contact', area)

  const [field, by] = isTail ? ([tailField, byTail] as const) : ([phoneField, byWhole] as const)
  const posts = ctx.actor.posts.filter((post) => post.permissions.has('matters.contact'))
  const areas = posts.filter((post) => post.role !== 'department_staff').map((post) => post.area)
  const rows = await ctx.db.rows(by, [
    ctx.district.id,
    ctx.personalData.blindIndex(ctx.district.id, field, digits),
    areas,
    posts.flatMap((post) => post.organisation ?? []),
    personId(ctx),
    area ?? null,
  ])
  const ids = rows.slice(0, most).map(({ id }) => id)
  ctx.audit('matters.searched-by-phone', personId(ctx), { isTail, found: ids.length })
  const items = await shapeAll(ctx, await ctx.db.rows(findSummaries, [ctx.district.id, ids]))
  return { items, isMore: rows.length > most }
}
