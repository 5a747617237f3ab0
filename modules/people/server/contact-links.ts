import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { dayIn } from '#kernel/server/day.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { reachedArea, reaches, widestArea } from '#modules/places/server/door.ts'
import {
  accountNotFound,
  type addContactLink as AddContactLink,
  type ContactLink,
  linkAhead,
  linkNotFound,
} from '../contract.ts'
import { findAccount } from './queries.ts'

type Row = {
  id: string
  account_id: string
  name: string
  area_id: number
  area_name: string
  area_path: number[]
  per_week: number
  note: string
  valid_from: string
  valid_to: string | null
}
const selected = `select l.id, l.account_id, c.name, l.area_id, a.name as area_name, a.path as area_path, l.per_week,
    l.note, l.valid_from, l.valid_to
  from contact_links l
  join accounts c on c.district_id = l.district_id and c.id = l.account_id
  join areas a on a.district_id = l.district_id and a.id = l.area_id`

const listLinks = statement<Row>(
  'people.list-contact-links',
  `${selected}
   where l.district_id = $1 and a.path @> array[$2::int]
     and l.valid_from <= $3::date and (l.valid_to is null or l.valid_to > $3::date)
   order by cardinality(a.path), a.name collate "zh-x-icu", c.name collate "zh-x-icu", l.id limit 1000`,
)
const findLink = statement<Row>(
  'people.find-contact-link',
  `${selected} where l.district_id = $1 and l.id = $2`,
)
const insertLink = statement(
  'people.insert-contact-link',
  `insert into contact_links (district_id, id, account_id, area_id, per_week, note, valid_from)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)
const endLink = statement(
  'people.end-contact-link',
  `update contact_links set valid_to = greatest($3::date, valid_from)
   where district_id = $1 and id = $2 and valid_to is null`,
)

const today = (ctx: Context): string => dayIn(ctx.district.timeZone, ctx.now)

export async function listContactLinks(
  ctx: Context,
  query: { area?: number; on?: string },
): Promise<{ items: ContactLink[] }> {
  const area = query.area
    ? await reachedArea(ctx, 'people.read', query.area)
    : await widestArea(ctx, 'people.read')
  const rows = await ctx.db.rows(listLinks, [ctx.district.id, area.id, query.on ?? today(ctx)])
  return { items: rows.map(shapeLink) }
}

export async function addContactLink(
  ctx: Context,
  body: BodyOf<typeof AddContactLink>,
): Promise<ContactLink> {
  const area = await reachedArea(ctx, 'organisations.edit', body.areaId)
  const { accountId, perWeek, note = '', validFrom = today(ctx) } = body
  if (validFrom > today(ctx)) throw linkAhead()
  if (!(await ctx.db.row(findAccount, [ctx.district.id, accountId, today(ctx)]))) throw accountNotFound()

  const id = ctx.caller.key ?? uuidv7(ctx.now)
  await ctx.db.rows(insertLink, [ctx.district.id, id, accountId, area.id, perWeek, note.trim(), validFrom])
  ctx.audit('people.contact-linked', id, { accountId, areaId: area.id, perWeek })
  const added = await ctx.db.row(findLink, [ctx.district.id, id])
  if (!added) throw linkNotFound()
  return shapeLink(added)
}

export async function endContactLink(ctx: Context, linkId: string): Promise<{ endedOn: string }> {
  const link = await ctx.db.row(findLink, [ctx.district.id, linkId])
  if (!link || link.valid_to || !reaches(ctx.actor, 'organisations.edit', link.area_path))
    throw linkNotFound()

  await ctx.db.rows(endLink, [ctx.district.id, linkId, today(ctx)])
  ctx.audit('people.contact-unlinked', linkId, { accountId: link.account_id, areaId: link.area_id })
  return { endedOn: today(ctx) }
}

const shapeLink = (row: Row): ContactLink => ({
  id: row.id,
  accountId: row.account_id,
  name: row.name,
  areaId: row.area_id,
  areaName: row.area_name,
  perWeek: row.per_week,
  note: row.note,
  validFrom: row.valid_from,
  ...(row.valid_to && { validTo: row.valid_to }),
})
