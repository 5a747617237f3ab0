import { statement } from '#kernel/server/database.ts'

export type KnownAccount = { id: string; login: string; name: string; disabled: boolean }
export const listKnownAccounts = statement<KnownAccount>(
  'people.list-known-accounts',
  `select id, login, name, disabled_at is not null as disabled from accounts
   where district_id = $1 and login = any ($2)`,
)

export type KnownPost = {
  account_id: string
  holder: string
  role: string
  area_id: number
  organisation_id: string | null
  duty: string
  work_phone: string
  valid_from: string
  valid_to: string | null
}
/** Who holds, held or will hold posts in these areas. */
export const listKnownPosts = statement<KnownPost>(
  'people.list-known-posts',
  `select p.account_id, c.name as holder, p.role, p.area_id, p.organisation_id, p.duty, p.work_phone,
     p.valid_from, p.valid_to
   from posts p join accounts c on c.district_id = p.district_id and c.id = p.account_id
   where p.district_id = $1 and p.area_id = any ($2) order by p.valid_from`,
)

export const insertAccounts = statement(
  'people.insert-accounts',
  `insert into accounts (district_id, id, login, name, password_hash, created_at, password_is_first)
   select $1, g.id, g.login, g.name, g.password_hash, $2, true
   from jsonb_to_recordset($3::jsonb) as g (id uuid, login text, name text, password_hash text)`,
)

export const insertPosts = statement(
  'people.insert-posts',
  `insert into posts (district_id, id, account_id, role, area_id, organisation_id, duty, work_phone, valid_from, valid_to)
   select $1, g.id, g.account_id, g.role, g.area_id, g.organisation_id, g.duty, g.work_phone, g.valid_from, g.valid_to
   from jsonb_to_recordset($2::jsonb) as g (id uuid, account_id uuid, role text, area_id int, organisation_id uuid,
     duty text, work_phone text, valid_from date, valid_to date)`,
)
