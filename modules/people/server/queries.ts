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
export type AccountRow = { account_id: string; name: string; posts: HeldRow[] }

const postsOf = `coalesce((
    select json_agg(json_build_object('id', p.id, 'role', p.role, 'area_id', p.area_id, 'area_kind', a.kind,
      'area_name', a.name, 'organisation_id', p.organisation_id) order by cardinality(a.path), p.id)
    from posts p join areas a on a.district_id = p.district_id and a.id = p.area_id and a.valid_to is null
    where p.district_id = c.district_id and p.account_id = c.id
      and p.valid_from <= $3::date and (p.valid_to is null or p.valid_to > $3::date)), '[]') as posts`

/** The session with the posts held on a day; nothing when it is over or the account is disabled. */
export const findSession = statement<AccountRow & { use_untold: boolean }>(
  'people.find-session',
  `select c.id as account_id, c.name, coalesce(s.used_at, s.created_at) < $4::timestamptz - interval '1 minute' as use_untold,
     ${postsOf}
   from sessions s join accounts c on c.district_id = s.district_id and c.id = s.account_id
   where s.district_id = $1 and s.token_hash = $2 and s.expires_at > $4::timestamptz and c.disabled_at is null
     and (s.idle_minutes is null
       or coalesce(s.used_at, s.created_at) > $4::timestamptz - make_interval(mins => s.idle_minutes))`,
)

export const findAccount = statement<AccountRow>(
  'people.find-account',
  `select c.id as account_id, c.name, ${postsOf} from accounts c
   where c.district_id = $1 and c.id = $2 and c.disabled_at is null`,
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
