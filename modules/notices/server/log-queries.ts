import { sql } from 'kysely'
import { build } from '#kernel/server/build.ts'
import { statement } from '#kernel/server/database.ts'
import type { Outcome, Status, Way } from '../contract.ts'

const db = build.$pickTables<'notice_deliveries' | 'notices' | 'areas' | 'accounts'>()

export type Within = { id: number; path: readonly number[] }

/** What lies in no area is seen from the root only. */
const visible = (area: string, within: string, root: string): string =>
  `(${area}.path @> array[${within}::int] or (${root} and n.area_id is null))`

const deliveries = (district: number, within: Within) =>
  db
    .selectFrom('notices as n')
    .innerJoin('notice_deliveries as d', (join) =>
      join.onRef('d.district_id', '=', 'n.district_id').onRef('d.notice_id', '=', 'n.id'),
    )
    .leftJoin('areas as a', (join) =>
      join.onRef('a.district_id', '=', 'n.district_id').onRef('a.id', '=', 'n.area_id'),
    )
    .leftJoin('accounts as u', (join) =>
      join.onRef('u.district_id', '=', 'n.district_id').onRef('u.id', '=', 'n.account_id'),
    )
    .where('n.district_id', '=', district)
    .where((where) =>
      where.or([
        sql<boolean>`a.path @> array[${within.id}::int]`,
        ...(within.path.length === 1 ? [where('n.area_id', 'is', null)] : []),
      ]),
    )
    .select([
      'n.id as notice_id',
      'd.way',
      'n.kind',
      'd.status',
      'd.masked',
      'u.name as account',
      'n.about',
      'a.name as area_name',
      'n.told_at',
      'd.due_at',
      'd.changed_at',
      'd.tries',
      'd.outcome',
      'd.detail',
      'd.provider_id',
      sql<boolean>`n.words_sealed is not null`.as('has_words'),
    ])

export type DeliveryRow = Awaited<ReturnType<ReturnType<typeof deliveries>['executeTakeFirstOrThrow']>>

export type Filter = {
  kind: string | undefined
  way: Way | undefined
  status: Status | undefined
  about: string | undefined
}

export const listDeliveries = (
  district: number,
  within: Within,
  filter: Filter,
  page: { after: readonly [string, string, string] | undefined; limit: number },
) =>
  deliveries(district, within)
    .$if(filter.kind !== undefined, (query) => query.where('n.kind', '=', filter.kind ?? ''))
    .$if(filter.way !== undefined, (query) => query.where('d.way', '=', filter.way ?? ''))
    .$if(filter.status !== undefined, (query) => query.where('d.status', '=', filter.status ?? ''))
    .$if(filter.about !== undefined, (query) => query.where('n.about', '=', filter.about ?? ''))
    .$if(page.after !== undefined, (query) => {
      const [at, id, way] = page.after ?? ['', '', '']
      return query.where(sql<boolean>`(n.told_at, n.id, d.way) < (${at}::timestamptz, ${id}::uuid, ${way})`)
    })
    .orderBy('n.told_at', 'desc')
    .orderBy('n.id', 'desc')
    .orderBy('d.way', 'desc')
    .limit(page.limit)

export const findDelivery = (district: number, within: Within, at: { noticeId: string; way: Way }) =>
  deliveries(district, within).where('n.id', '=', at.noticeId).where('d.way', '=', at.way)

/** district, area, whether it is the root, since. */
export const countDeliveries = statement<{ way: Way; status: Status; n: number }>(
  'notices.count-deliveries',
  `select d.way, d.status, count(*)::int as n
   from notice_deliveries d
   join notices n on n.district_id = d.district_id and n.id = d.notice_id
   left join areas a on a.district_id = n.district_id and a.id = n.area_id
   where d.district_id = $1 and (d.changed_at >= $4 or d.status = 'waiting') and ${visible('a', '$2', '$3')}
   group by d.way, d.status`,
)

export const listTries = statement<{ at: Date; outcome: Outcome; detail: string; provider_id: string }>(
  'notices.list-tries',
  `select at, outcome, detail, provider_id from notice_tries
   where district_id = $1 and notice_id = $2 and way = $3 order by id desc limit 100`,
)

export const sendAgain = statement(
  'notices.send-again',
  `update notice_deliveries set status = 'waiting', tries = 0, due_at = $4, changed_at = $4
   where district_id = $1 and notice_id = $2 and way = $3`,
)
