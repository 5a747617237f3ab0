import { statement } from '#kernel/server/database.ts'

export const insertAccount = statement(
  'people.insert-account',
  `insert into accounts (district_id, id, login, name, password_hash, created_at, password_is_first)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

export const findAccounts = statement<{ id: string; name: string; login: string }>(
  'people.find-accounts',
  `select id, name, login from accounts
   where district_id = $1 and disabled_at is null and (name like $2 or login like $2)
   order by name collate "zh-x-icu" limit 20`,
)
