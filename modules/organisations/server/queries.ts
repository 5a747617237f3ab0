import { build } from '#kernel/server/build.ts'
import { statement } from '#kernel/server/database.ts'
import type { Organisation, OrganisationKind } from '../contract.ts'

const db = build.$pickTables<'organisations' | 'areas'>()

const standing = (district: number) =>
  db
    .selectFrom('organisations as o')
    .innerJoin('areas as a', (join) =>
      join.onRef('a.district_id', '=', 'o.district_id').onRef('a.id', '=', 'o.home_area_id'),
    )
    .where('o.district_id', '=', district)
    .where('o.valid_to', 'is', null)
    .select([
      'o.id',
      'o.kind',
      'o.form',
      'o.stage',
      'o.name',
      'o.home_area_id',
      'a.name as home_area_name',
      'o.parent_id',
      'o.credit_code',
      'o.work_phone',
      'o.valid_from',
      'o.valid_to',
    ])

/** Those at home in an area itself. */
export const listAtHome = (district: number, areaIds: readonly number[]) =>
  standing(district).where('o.home_area_id', 'in', [...areaIds])

export const findOrganisation = (district: number, id: string) => standing(district).where('o.id', '=', id)

export type OrganisationRow = {
  id: string
  kind: string
  form: string | null
  stage: string | null
  name: string
  home_area_id: number
  home_area_name: string
  parent_id: string | null
  credit_code: string | null
  work_phone: string | null
  valid_from: string
  valid_to: string | null
  red_since?: string | null
}

const columns = (row: string): string =>
  `o.id, ${row}.kind, ${row}.form, ${row}.stage, ${row}.name, ${row}.home_area_id, a.name as home_area_name,
   ${row}.parent_id, o.credit_code, o.work_phone, o.valid_from, o.valid_to`

const inOrder = (row: string): string =>
  `order by cardinality(a.path), ${row}.kind, ${row}.name collate "zh-x-icu", o.id limit 1000`

/**
 * Those at home below an area on a day, and those above it that serve it (a district's departments).
 * $1 district, $2 area, $3 its path, $4 kind or null, $5 day.
 */
export const listOn = statement<OrganisationRow>(
  'organisations.list-on',
  `select ${columns('v')}, t.valid_from as red_since
   from organisation_versions v
   join organisations o on o.district_id = v.district_id and o.id = v.organisation_id
   join areas a on a.district_id = v.district_id and a.id = v.home_area_id
   left join organisation_ties t on t.district_id = v.district_id and t.organisation_id = o.id and t.kind = 'red'
     and t.valid_from <= $5::date and (t.valid_to is null or t.valid_to > $5::date)
   where v.district_id = $1 and (a.path @> array[$2::int] or v.home_area_id = any ($3::int[]))
     and ($4::text is null or v.kind = $4)
     and v.valid_from <= $5::date and (v.valid_to is null or v.valid_to > $5::date)
   ${inOrder('v')}`,
)

/** Those that have ended and were at home in an area or below it. $1 district, $2 area, $3 kind or null. */
export const listEnded = statement<OrganisationRow>(
  'organisations.list-ended',
  `select ${columns('o')} from organisations o
   join areas a on a.district_id = o.district_id and a.id = o.home_area_id
   where o.district_id = $1 and a.path @> array[$2::int] and ($3::text is null or o.kind = $3)
     and o.valid_to is not null
   ${inOrder('o')}`,
)

/** Also when it has ended, and where it is or was at home. */
export const findEver = statement<OrganisationRow & { path: number[] }>(
  'organisations.find-ever',
  `select ${columns('o')}, a.path from organisations o
   join areas a on a.district_id = o.district_id and a.id = o.home_area_id
   where o.district_id = $1 and o.id = $2`,
)

export const countBelow = statement<{ count: number }>(
  'organisations.count-below',
  `select count(*)::int as count from organisations where district_id = $1 and parent_id = $2 and valid_to is null`,
)

/** The organisation and those above it, as long as they are there. */
export const listAbove = statement<{ id: string }>(
  'organisations.list-above',
  `with recursive up as (
     select id, parent_id from organisations where district_id = $1 and id = $2
     union select o.id, o.parent_id from up join organisations o on o.district_id = $1 and o.id = up.parent_id)
   select id from up`,
)

/** Bodies at home in areas that end are at home in the one that takes over. */
export const rehome = (district: number, areaIds: readonly number[], to: number) =>
  db
    .updateTable('organisations')
    .set({ home_area_id: to })
    .where('district_id', '=', district)
    .where('home_area_id', 'in', [...areaIds])
    .where('valid_to', 'is', null)
    .returning('id')

export const insertOrganisation = (row: {
  district_id: number
  id: string
  kind: OrganisationKind
  form: string | null
  stage: string | null
  name: string
  home_area_id: number
  parent_id: string | null
  credit_code: string | null
  work_phone: string | null
  valid_from: string
}) => db.insertInto('organisations').values(row)

/** $3 to $9: form, stage, name, home area, parent, credit code, work phone. */
export const changeOrganisation = statement(
  'organisations.change',
  `update organisations set form = $3, stage = $4, name = $5, home_area_id = $6, parent_id = $7, credit_code = $8,
     work_phone = $9
   where district_id = $1 and id = $2`,
)

/** $3: from this day on it is no longer there; null opens it again. */
export const setEnd = statement(
  'organisations.set-end',
  `update organisations set valid_to = $3::date where district_id = $1 and id = $2`,
)

/** The running versions of organisations end on a day. $1 district, $2 organisations, $3 day. */
export const endVersions = statement(
  'organisations.end-versions',
  `update organisation_versions set valid_to = greatest($3::date, valid_from)
   where district_id = $1 and organisation_id = any ($2) and valid_to is null`,
)

/**
 * The version that begins on a day says what the rows say now: one more, or that day's mended. Without a day it begins when
 * the organisation does. $1 district, $2 organisations, $3 day or null.
 */
export const writeVersions = statement(
  'organisations.write-versions',
  `insert into organisation_versions
     (district_id, organisation_id, valid_from, kind, form, stage, name, home_area_id, parent_id)
   select district_id, id, coalesce($3::date, valid_from), kind, form, stage, name, home_area_id, parent_id
   from organisations where district_id = $1 and id = any ($2)
   on conflict (district_id, organisation_id, valid_from) do update set valid_to = null, kind = excluded.kind,
     form = excluded.form, stage = excluded.stage, name = excluded.name, home_area_id = excluded.home_area_id,
     parent_id = excluded.parent_id`,
)

export const shapeOrganisation = (row: OrganisationRow): Organisation => ({
  id: row.id,
  kind: row.kind as Organisation['kind'],
  name: row.name,
  homeAreaId: row.home_area_id,
  homeAreaName: row.home_area_name,
  validFrom: row.valid_from,
  ...(row.form && { form: row.form as NonNullable<Organisation['form']> }),
  ...(row.stage && { stage: row.stage as NonNullable<Organisation['stage']> }),
  ...(row.parent_id && { parentId: row.parent_id }),
  ...(row.credit_code && { creditCode: row.credit_code }),
  ...(row.work_phone && { workPhone: row.work_phone }),
  ...(row.valid_to && { validTo: row.valid_to }),
  ...(row.red_since && { redSince: row.red_since }),
})
