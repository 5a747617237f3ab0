import { statement } from '#kernel/server/database.ts'

/** Those who ask for codes for one number, or from one browser, wait for each other. Held until the transaction ends. */
export const lockCodes = statement(
  'notices.lock-codes',
  `select pg_advisory_xact_lock($1, hashtext(one)) from unnest($2::text[]) as one`,
)

export const countCodes = statement<{ newest: Date | null; of_day: number; of_asker: number }>(
  'notices.count-codes',
  `select (select max(made_at) from one_time_codes where district_id = $1 and subject = $2) as newest,
     (select count(*)::int from one_time_codes where district_id = $1 and subject = $2 and made_at > $4) as of_day,
     (select count(*)::int from one_time_codes where district_id = $1 and asker = $3 and made_at > $5) as of_asker`,
)

export const insertCode = statement(
  'notices.insert-code',
  `insert into one_time_codes (district_id, id, purpose, subject, asker, code_hash, made_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

export type CodeRow = { id: string; code_hash: Buffer; tries: number; expires_at: Date; used_at: Date | null }

/** Only the newest code for a purpose is good; the row stays locked, so that two tries count as two. */
export const newestCode = statement<CodeRow>(
  'notices.newest-code',
  `select id, code_hash, tries, expires_at, used_at from one_time_codes
   where district_id = $1 and subject = $2 and purpose = $3 order by made_at desc, id desc limit 1 for update`,
)

export const countTry = statement(
  'notices.count-code-try',
  'update one_time_codes set tries = tries + 1, used_at = $3 where district_id = $1 and id = $2',
)

export const deleteOldCodes = statement(
  'notices.delete-old-codes',
  'delete from one_time_codes where district_id = $1 and made_at < $2',
)
