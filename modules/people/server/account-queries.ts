import { statement } from '#kernel/server/database.ts'
import type { Role } from '../contract.ts'

export const insertAccount = statement(
  'people.insert-account',
  `insert into accounts (district_id, id, login, name, password_hash, created_at, password_is_first)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

export type AccountLine = {
  id: string
  name: string
  login: string
  disabled_at: Date | null
  signed_in_at: Date | null
  has_factor: boolean
  password_is_first: boolean
  open_sessions: number
  identity: string | null
  posts: { role: Role; area_name: string }[]
}

const heldToday = `from posts p where p.district_id = c.district_id and p.account_id = c.id
  and p.valid_from <= $5::date and (p.valid_to is null or p.valid_to > $5::date)`

// What each word of the filter means. `active` are all that are not disabled.
const states = `case $4
    when 'disabled' then c.disabled_at is not null
    when 'no-factor' then c.disabled_at is null and f.confirmed_at is null
    when 'first-password' then c.disabled_at is null and c.password_is_first
    when 'no-post' then c.disabled_at is null and not exists (select 1 ${heldToday})
    else c.disabled_at is null end`

/** By name as a Chinese list is sorted. $2 a beginning, $3 the account after which it goes on, $4 state, $5 day, $6 now. */
export const listAccounts = statement<AccountLine>(
  'people.list-accounts',
  `select c.id, c.name, c.login, c.disabled_at, c.signed_in_at, c.password_is_first,
     f.confirmed_at is not null as has_factor,
     (select count(*)::int from sessions s where s.district_id = c.district_id and s.account_id = c.id
        and s.expires_at > $6::timestamptz and (s.idle_minutes is null
          or coalesce(s.used_at, s.created_at) > $6::timestamptz - make_interval(mins => s.idle_minutes))) as open_sessions,
     (select i.subject from account_identities i where i.district_id = c.district_id and i.account_id = c.id
      order by i.linked_at desc limit 1) as identity,
     coalesce((select json_agg(json_build_object('role', h.role, 'area_name', h.name) order by h.depth, h.id) from (
       select p.role, a.name, cardinality(a.path) as depth, p.id
       ${heldToday.replace('from posts p', 'from posts p join areas a on a.district_id = p.district_id and a.id = p.area_id')}
     ) h), '[]') as posts
   from accounts c left join second_factors f on f.district_id = c.district_id and f.account_id = c.id
   where c.district_id = $1 and (c.name like $2 or c.login like $2) and ${states}
     and ($3::uuid is null or (c.name collate "zh-x-icu", c.id) >
       (select l.name collate "zh-x-icu", l.id from accounts l where l.district_id = $1 and l.id = $3))
   order by c.name collate "zh-x-icu", c.id limit $7`,
)

export const setDisabled = statement<{ id: string }>(
  'people.set-disabled',
  'update accounts set disabled_at = $3 where district_id = $1 and id = $2 returning id',
)

export type SessionRow = {
  id: string
  token_hash: Buffer
  device: string
  created_at: Date
  used_at: Date
  expires_at: Date
  kept: boolean
}
export const listSessions = statement<SessionRow>(
  'people.list-sessions',
  `select id, token_hash, device, created_at, coalesce(used_at, created_at) as used_at, expires_at, kept
   from sessions where district_id = $1 and account_id = $2 and expires_at > $3::timestamptz
     and (idle_minutes is null or coalesce(used_at, created_at) > $3::timestamptz - make_interval(mins => idle_minutes))
   order by coalesce(used_at, created_at) desc, id limit 100`,
)

export const deleteOwnSession = statement<{ id: string }>(
  'people.delete-own-session',
  'delete from sessions where district_id = $1 and account_id = $2 and id = $3 returning id',
)

export const deleteAllSessions = statement<{ id: string }>(
  'people.delete-all-sessions',
  'delete from sessions where district_id = $1 and token_hash <> $2 and created_at <= $3 returning id',
)

export const deleteAllSteps = statement(
  'people.delete-all-steps',
  'delete from sign_in_steps where district_id = $1',
)

/** Open sessions by new rules: never longer than they were. */
export const shortenSessions = statement(
  'people.shorten-sessions',
  `update sessions set
     expires_at = least(expires_at, created_at + case when kept then make_interval(days => $2) else make_interval(hours => $3) end),
     idle_minutes = case when idle_minutes is null then null else $4::int end
   where district_id = $1`,
)

export const findName = statement<{ name: string }>(
  'people.find-name',
  'select name from accounts where district_id = $1 and id = $2',
)
