import { statement } from '#kernel/server/database.ts'
import type { AreaKind } from '#modules/places/contract.ts'
import type { Role } from '../contract.ts'

export type HeldRow = {
  id: string
  role: Role
  area_id: number
  area_kind: AreaKind
  area_name: string
  organisation_id: string | null
}
export type SessionRow = { account_id: string; name: string; posts: HeldRow[] }

const postsOf = `coalesce((
    select json_agg(json_build_object('id', p.id, 'role', p.role, 'area_id', p.area_id, 'area_kind', a.kind,
      'area_name', a.name, 'organisation_id', p.organisation_id) order by cardinality(a.path), p.id)
    from posts p join areas a on a.district_id = p.district_id and a.id = p.area_id and a.valid_to is null
    where p.district_id = c.district_id and p.account_id = c.id
      and p.valid_from <= $3::date and (p.valid_to is null or p.valid_to > $3::date)), '[]') as posts`

/** The session with the posts held on a day; nothing when it is over or the account is disabled. */
export const findSession = statement<SessionRow>(
  'people.find-session',
  `select c.id as account_id, c.name, ${postsOf}
   from sessions s join accounts c on c.district_id = s.district_id and c.id = s.account_id
   where s.district_id = $1 and s.token_hash = $2 and s.expires_at > $4 and c.disabled_at is null`,
)

export const findAccount = statement<SessionRow>(
  'people.find-account',
  `select c.id as account_id, c.name, ${postsOf} from accounts c
   where c.district_id = $1 and c.id = $2 and c.disabled_at is null`,
)

export const findByLogin = statement<{ id: string; name: string; password_hash: string; disabled: boolean }>(
  'people.find-by-login',
  `select id, name, password_hash, disabled_at is not null as disabled
   from accounts where district_id = $1 and login = $2`,
)

export const findPasswordHash = statement<{ login: string; password_hash: string }>(
  'people.find-password-hash',
  'select login, password_hash from accounts where district_id = $1 and id = $2',
)

export const setPassword = statement(
  'people.set-password',
  'update accounts set password_hash = $3 where district_id = $1 and id = $2',
)

export const insertSession = statement(
  'people.insert-session',
  `insert into sessions (district_id, token_hash, account_id, created_at, expires_at)
   values ($1, $2, $3, $4, $5)`,
)

export const deleteSession = statement<{ account_id: string }>(
  'people.delete-session',
  'delete from sessions where district_id = $1 and token_hash = $2 returning account_id',
)

export const deleteOtherSessions = statement<{ token_hash: Buffer }>(
  'people.delete-other-sessions',
  'delete from sessions where district_id = $1 and account_id = $2 and token_hash <> $3 returning token_hash',
)

export const deleteOldSessions = statement(
  'people.delete-old-sessions',
  'delete from sessions where district_id = $1 and expires_at < $2',
)

export const findFailures = statement<{ failures: number; last_at: Date }>(
  'people.find-failures',
  'select failures, last_at from sign_in_failures where district_id = $1 and subject = any ($2)',
)

/** Counts a failure; a pause of an hour begins anew. */
export const countFailures = statement(
  'people.count-failures',
  `insert into sign_in_failures (district_id, subject, failures, last_at)
   select $1, subject, 1, $3::timestamptz from unnest($2::text[]) as subject
   on conflict (district_id, subject) do update set last_at = $3::timestamptz,
     failures = case when sign_in_failures.last_at < $3::timestamptz - interval '1 hour' then 1
       else sign_in_failures.failures + 1 end`,
)

export const forgetFailures = statement(
  'people.forget-failures',
  'delete from sign_in_failures where district_id = $1 and (subject = any ($2) or last_at < $3)',
)

export const insertAccount = statement(
  'people.insert-account',
  `insert into accounts (district_id, id, login, name, password_hash, created_at) values ($1, $2, $3, $4, $5, $6)`,
)

export const findAccounts = statement<{ id: string; name: string; login: string }>(
  'people.find-accounts',
  `select id, name, login from accounts
   where district_id = $1 and disabled_at is null and (name like $2 or login like $2)
   order by name collate "zh-x-icu" limit 20`,
)

export type PostRow = {
  id: string
  role: Role
  account_id: string
  holder: string
  login: string
  area_id: number
  area_kind: AreaKind
  area_name: string
  area_path: number[]
  organisation_id: string | null
  organisation_name: string | null
  duty: string
  work_phone: string
  valid_from: string
  valid_to: string | null
}

const postColumns = `p.id, p.role, p.account_id, c.name as holder, c.login, p.area_id, a.kind as area_kind,
  a.name as area_name, a.path as area_path, p.organisation_id, o.name as organisation_name, p.duty, p.work_phone,
  p.valid_from, p.valid_to`
const postTables = `from posts p
  join accounts c on c.district_id = p.district_id and c.id = p.account_id
  join areas a on a.district_id = p.district_id and a.id = p.area_id
  left join organisations o on o.district_id = p.district_id and o.id = p.organisation_id`
const heldOn = (day: string): string =>
  `p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date)`

export const listPosts = statement<PostRow>(
  'people.list-posts',
  `select ${postColumns} ${postTables}
   where p.district_id = $1 and a.path @> array[$2::int] and ${heldOn('$3')}
   order by cardinality(a.path), a.name collate "zh-x-icu", p.role, c.name collate "zh-x-icu" limit 1000`,
)

export const findPost = statement<PostRow>(
  'people.find-post',
  `select ${postColumns} ${postTables} where p.district_id = $1 and p.id = $2`,
)

/** Those who hold one of the roles in one of the areas on a day, the finest area first. */
export const listHolders = statement<PostRow>(
  'people.list-holders',
  `select ${postColumns} ${postTables}
   where p.district_id = $1 and p.area_id = any ($2) and p.role = any ($3) and ${heldOn('$4')} and c.disabled_at is null
   order by array_position($2::int[], p.area_id) desc, array_position($3::text[], p.role), p.valid_from, p.id limit 200`,
)

/** The posts of areas that are held on a day or will be later. */
export const listHeldIn = statement<PostRow>(
  'people.list-held-in',
  `select ${postColumns} ${postTables}
   where p.district_id = $1 and p.area_id = any ($2) and (p.valid_to is null or p.valid_to > $3::date)
   order by p.area_id, p.role, p.valid_from, p.id`,
)

export const insertPost = statement(
  'people.insert-post',
  `insert into posts (district_id, id, account_id, role, area_id, organisation_id, duty, work_phone, valid_from, valid_to)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)

export const endPost = statement(
  'people.end-post',
  `update posts set valid_to = greatest($3::date, valid_from) where district_id = $1 and id = $2 and (valid_to is null or valid_to > $3::date)`,
)

export const listGaps = statement<{
  id: number
  name: string
  community: string | null
  has_leader: boolean
  has_worker: boolean
  has_helper: boolean
}>(
  'people.list-gaps',
  `select g.id, g.name, m.name as community,
     coalesce(bool_or(p.role = 'grid_leader'), false) as has_leader,
     coalesce(bool_or(p.role = 'grid_worker'), false) as has_worker,
     coalesce(bool_or(p.role = 'grid_helper'), false) as has_helper
   from areas g
   left join areas m on m.district_id = g.district_id and m.id = g.community_id
   left join posts p on p.district_id = g.district_id and p.area_id = g.id and ${heldOn('$3')}
   where g.district_id = $1 and g.kind = 'grid' and g.valid_to is null and g.path @> array[$2::int]
   group by g.id, g.name, m.name order by m.name, length(g.name), g.name`,
)

/** Tries of one name wait for each other: many at once must not slip past the count. Held until the transaction ends. */
export const lockTries = statement('people.lock-tries', 'select pg_advisory_xact_lock($1, hashtext($2))')
