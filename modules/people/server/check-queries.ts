import { statement } from '#kernel/server/database.ts'

// $1 district, $2 today, $3 roles that must have a second factor (all administrators where none is named).
export const listWithoutFactor = statement<{ login: string }>(
  'people.without-factor',
  `select distinct a.login from accounts a
   join posts p on p.district_id = a.district_id and p.account_id = a.id
   where a.district_id = $1 and a.disabled_at is null and p.role = any ($3)
     and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)
     and not exists (select 1 from second_factors f
       where f.district_id = a.district_id and f.account_id = a.id and f.confirmed_at is not null)
   order by a.login limit 500`,
)

/** Accounts that a known password would open first: of those who may do most, and of the demonstration's names. */
export const listTried = statement<{ login: string; password_hash: string }>(
  'people.tried-first',
  `select a.login, a.password_hash from accounts a
   where a.district_id = $1 and a.disabled_at is null
   order by (a.login in ('admin', 'root', 'test', 'demo', 'wangfang', 'chenjing', 'limin', 'zhouhang', 'sunli', 'hewei')) desc,
     exists (select 1 from posts p where p.district_id = a.district_id and p.account_id = a.id
       and p.role in ('district_admin', 'security_admin', 'auditor')) desc, a.login
   limit 40`,
)

export const countFirstPasswords = statement<{ n: number }>(
  'people.count-first-passwords',
  `select count(*)::int as n from accounts
   where district_id = $1 and disabled_at is null and password_is_first and created_at < $2`,
)
