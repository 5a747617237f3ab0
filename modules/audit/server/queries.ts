import { type SqlBool, sql } from 'kysely'
import { build } from '#kernel/server/build.ts'
import { statement } from '#kernel/server/database.ts'
import type { AuditFilter } from '../contract.ts'

const db = build.$pickTables<'audit_entries'>()

export type EntryRow = {
  id: number
  at: Date
  actor_kind: 'person' | 'visitor' | 'system'
  actor_id: string | null
  roles: string[]
  request_id: string
  action: string
  subject: string
  details: Record<string, unknown>
}
export type After = { at: Date; id: number }

type Wanted = { district: number; timeZone: string; filter: AuditFilter; after: After | undefined }

/** The newest first. The filters that are set alone stand in the statement, so that each finds its index. */
export function listEntries({ district, timeZone, filter, after }: Wanted, limit: number) {
  const { accountId, by, actions, subject, from, to } = filter
  const day = (text: string, more: number) =>
    sql<Date>`((${text}::date + ${more}::int)::timestamp at time zone ${timeZone})`
  let query = db
    .selectFrom('audit_entries as e')
    .select([
      'e.id',
      'e.at',
      'e.actor_kind',
      'e.actor_id',
      'e.roles',
      'e.request_id',
      'e.action',
      'e.subject',
      'e.details',
    ])
    .where('e.district_id', '=', district)
  if (accountId) query = query.where('e.actor_id', '=', accountId)
  if (by) query = query.where('e.actor_kind', '=', by)
  if (actions) query = query.where(sql<SqlBool>`e.action = any (${actions}::text[])`)
  if (subject) query = query.where('e.subject', '=', subject)
  if (from) query = query.where('e.at', '>=', day(from, 0))
  if (to) query = query.where('e.at', '<', day(to, 1))
  if (after) query = query.where(sql<SqlBool>`(e.at, e.id) < (${after.at}::timestamptz, ${after.id}::bigint)`)
  return query.orderBy('e.at', 'desc').orderBy('e.id', 'desc').limit(limit).$castTo<EntryRow>()
}

/** What ids are called: people by name, matters by number, a post or a report by what it belongs to. */
export const findNames = statement<{ id: string; name: string; login: string | null }>(
  'audit.find-names',
  `select c.id::text as id, c.name, c.login from accounts c where c.district_id = $1 and c.id = any ($2::uuid[])
   union all
   select o.id::text, o.name, null from organisations o where o.district_id = $1 and o.id = any ($2::uuid[])
   union all
   select m.id::text, m.number, null from matters m where m.district_id = $1 and m.id = any ($2::uuid[])
   union all
   select r.id::text, m.number, null from reports r
     join matters m on m.district_id = r.district_id and m.id = r.matter_id
     where r.district_id = $1 and r.id = any ($2::uuid[])
   union all
   select p.id::text, c.name, null from posts p
     join accounts c on c.district_id = p.district_id and c.id = p.account_id
     where p.district_id = $1 and p.id = any ($2::uuid[])`,
)

export const findAreaNames = statement<{ id: number; name: string }>(
  'audit.find-area-names',
  'select id, name from areas where district_id = $1 and id = any ($2::int[])',
)

export type FoundSubject = {
  id: string
  kind: 'account' | 'area' | 'organisation' | 'matter'
  name: string
  more: string
}
/** $2 a beginning, $3 the kind or nothing. */
export const findSubjects = statement<FoundSubject>(
  'audit.find-subjects',
  `(select c.id::text as id, 'account' as kind, c.name, c.login as more from accounts c
    where c.district_id = $1 and coalesce($3, 'account') = 'account' and (c.name like $2 or c.login like $2)
    order by c.name limit 10)
   union all
   (select a.id::text, 'area', a.name, coalesce(p.name, '') from areas a
    left join areas p on p.district_id = a.district_id and p.id = a.path[cardinality(a.path) - 1]
    where a.district_id = $1 and coalesce($3, 'area') = 'area' and a.name like $2
    order by cardinality(a.path), a.name limit 10)
   union all
   (select o.id::text, 'organisation', o.name, '' from organisations o
    where o.district_id = $1 and coalesce($3, 'organisation') = 'organisation' and o.name like $2
    order by o.name limit 10)
   union all
   (select m.id::text, 'matter', m.number, '' from matters m
    where m.district_id = $1 and coalesce($3, 'matter') = 'matter' and m.number like $2
    order by m.number desc limit 10)`,
)
