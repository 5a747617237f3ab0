import { sql } from 'kysely'
import { build } from '#kernel/server/build.ts'
import type { Organisation } from '../contract.ts'

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
      'o.name',
      'o.home_area_id',
      'a.name as home_area_name',
      'o.parent_id',
      'o.credit_code',
      'o.work_phone',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof standing>['executeTakeFirstOrThrow']>>

/** Those at home below the area, and those above it that serve it (a district's departments). */
export const listOrganisations = (
  district: number,
  within: { id: number; path: readonly number[] },
  kind: string | undefined,
) =>
  standing(district)
    .where((where) =>
      where.or([
        sql<boolean>`a.path @> array[${within.id}::int]`,
        where('o.home_area_id', 'in', [...within.path]),
      ]),
    )
    .$if(kind !== undefined, (query) => query.where('o.kind', '=', kind ?? ''))
    .orderBy(sql`cardinality(a.path)`)
    .orderBy('o.kind')
    .orderBy(sql`o.name collate "zh-x-icu"`)
    .limit(1000)

/** Those at home in an area itself. */
export const listAtHome = (district: number, areaIds: readonly number[]) =>
  standing(district).where('o.home_area_id', 'in', [...areaIds])

/** Bodies at home in areas that end are at home in the one that takes over. */
export const rehome = (district: number, areaIds: readonly number[], to: number) =>
  db
    .updateTable('organisations')
    .set({ home_area_id: to })
    .where('district_id', '=', district)
    .where('home_area_id', 'in', [...areaIds])
    .where('valid_to', 'is', null)
    .returning('id')

export const findOrganisation = (district: number, id: string) => standing(district).where('o.id', '=', id)

export const insertOrganisation = (row: {
  district_id: number
  id: string
  kind: string
  name: string
  home_area_id: number
  parent_id: string | null
  credit_code: string | null
  work_phone: string | null
  valid_from: string
}) => db.insertInto('organisations').values(row)

export const shapeOrganisation = (row: Row): Organisation => ({
  id: row.id,
  kind: row.kind as Organisation['kind'],
  name: row.name,
  homeAreaId: row.home_area_id,
  homeAreaName: row.home_area_name,
  ...(row.parent_id && { parentId: row.parent_id }),
  ...(row.credit_code && { creditCode: row.credit_code }),
  ...(row.work_phone && { workPhone: row.work_phone }),
})
