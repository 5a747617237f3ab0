import { statement } from '#kernel/server/database.ts'

export const findByLogin = statement<{ id: string; name: string; password_hash: string; disabled: boolean }>(
  'people.find-by-login',
  `select id, name, password_hash, disabled_at is not null as disabled
   from accounts where district_id = $1 and login = $2`,
)

export const findPasswordHash = statement<{ login: string; password_hash: string }>(
  'people.find-password-hash',
  'select login, password_hash from accounts where district_id = $1 and id = $2',
)

/** The one before is kept among the old ones. $5: it was given by somebody else. */
export const setPassword = statement(
  'people.set-password',
  `with old as (
     insert into old_passwords (district_id, account_id, until, password_hash)
     select district_id, id, $4, password_hash from accounts where district_id = $1 and id = $2
     on conflict (district_id, account_id, until) do nothing)
   update accounts set password_hash = $3, password_changed_at = $4, password_is_first = $5
   where district_id = $1 and id = $2`,
)

/** Those that may not be taken again: the one in use, and the newest of the old. */
export const listUsedPasswords = statement<{ password_hash: string }>(
  'people.list-used-passwords',
  `select password_hash from accounts where district_id = $1 and id = $2
   union all
   (select password_hash from old_passwords where district_id = $1 and account_id = $2
    order by until desc limit $3)`,
)

export const forgetOldPasswords = statement(
  'people.forget-old-passwords',
  `delete from old_passwords o where o.district_id = $1 and o.account_id = $2 and o.until <
     (select until from old_passwords where district_id = $1 and account_id = $2 order by until desc offset 23 limit 1)`,
)

export const noteSignIn = statement(
  'people.note-sign-in',
  'update accounts set signed_in_at = $3 where district_id = $1 and id = $2',
)

export type Standing = {
  login: string
  name: string
  password_is_first: boolean
  password_changed_at: Date
  factor_since: Date | null
  recovery_codes: number
}
/** What an account has to sign in with; nothing when it is disabled. */
export const findStanding = statement<Standing>(
  'people.find-standing',
  `select c.login, c.name, c.password_is_first, coalesce(c.password_changed_at, c.created_at) as password_changed_at,
     f.confirmed_at as factor_since,
     (select count(*)::int from recovery_codes r
      where r.district_id = c.district_id and r.account_id = c.id and r.used_at is null) as recovery_codes
   from accounts c left join second_factors f on f.district_id = c.district_id and f.account_id = c.id
   where c.district_id = $1 and c.id = $2 and c.disabled_at is null`,
)

export type StepRow = {
  account_id: string
  login: string
  via: 'password' | 'provider'
  factor_passed: boolean
  kept: boolean
  bearer: boolean
  expires_at: Date
}
export const findStep = statement<StepRow>(
  'people.find-step',
  `select s.account_id, c.login, s.via, s.factor_passed, s.kept, s.bearer, s.expires_at
   from sign_in_steps s join accounts c on c.district_id = s.district_id and c.id = s.account_id
   where s.district_id = $1 and s.ticket_hash = $2 and s.expires_at > $3 and c.disabled_at is null`,
)

export const keepStep = statement(
  'people.keep-step',
  `insert into sign_in_steps (district_id, ticket_hash, account_id, via, factor_passed, kept, bearer, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (district_id, ticket_hash) do update set factor_passed = excluded.factor_passed`,
)

export const deleteSteps = statement(
  'people.delete-steps',
  'delete from sign_in_steps where district_id = $1 and account_id = $2',
)

export const deleteOldSteps = statement(
  'people.delete-old-steps',
  'delete from sign_in_steps where district_id = $1 and expires_at < $2',
)

export const insertSession = statement(
  'people.insert-session',
  `insert into sessions
     (district_id, token_hash, id, account_id, created_at, expires_at, idle_minutes, kept, device)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)

/** That a session is in use, told about once a minute. */
export const noteUse = statement(
  'people.note-use',
  'update sessions set used_at = $3 where district_id = $1 and token_hash = $2',
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
  `delete from sessions where district_id = $1 and (expires_at < $2::timestamptz
     or coalesce(used_at, created_at) < $2::timestamptz - make_interval(mins => idle_minutes))`,
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

/** Takes back one that was counted before the answer was known. */
export const uncountFailure = statement(
  'people.uncount-failure',
  `update sign_in_failures set failures = failures - 1
   where district_id = $1 and subject = any ($2) and failures > 0`,
)

export const forgetFailures = statement(
  'people.forget-failures',
  'delete from sign_in_failures where district_id = $1 and (subject = any ($2) or last_at < $3)',
)

/** Tries of one name wait for each other: many at once must not slip past the count. Held until the transaction ends. */
export const lockTries = statement('people.lock-tries', 'select pg_advisory_xact_lock($1, hashtext($2))')
