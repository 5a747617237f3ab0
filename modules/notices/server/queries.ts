import { statement } from '#kernel/server/database.ts'
import type { Outcome, Way } from '../contract.ts'

/** district, id, kind, key, recipient, account, way, address, language, words, about, area, now, until. */
export const insertNotice = statement(
  'notices.insert',
  `insert into notices (district_id, id, kind, key, recipient, account_id, way, address_sealed, language, words_sealed,
     about, area_id, told_at, until)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
   on conflict (district_id, kind, key, recipient) do nothing`,
)

export type Unplanned = {
  id: string
  kind: string
  account_id: string | null
  way: Way | null
  address_sealed: Buffer | null
  until: Date | null
}

/** Notices whose ways are not chosen yet; those another server is at are left to it. */
export const takeUnplanned = statement<Unplanned>(
  'notices.take-unplanned',
  `select id, kind, account_id, way, address_sealed, until from notices
   where district_id = $1 and planned_at is null order by told_at limit 100 for update skip locked`,
)

export const markPlanned = statement(
  'notices.mark-planned',
  'update notices set planned_at = $3 where district_id = $1 and id = any ($2)',
)

export type Planned = {
  notice_id: string
  way: Way
  status: 'waiting' | 'skipped'
  masked: string
  due_at: Date
  outcome: Outcome | null
}

export const insertDeliveries = statement(
  'notices.insert-deliveries',
  `insert into notice_deliveries (district_id, notice_id, way, status, masked, due_at, outcome, changed_at)
   select $1, d.notice_id, d.way, d.status, d.masked, d.due_at, d.outcome, $3
   from jsonb_to_recordset($2::jsonb)
     as d (notice_id uuid, way text, status text, masked text, due_at timestamptz, outcome text)
   on conflict do nothing`,
)

export type Due = {
  notice_id: string
  way: Way
  tries: number
  kind: string
  account_id: string | null
  /** The resident's own, else what the colleague has confirmed for this way. */
  address_sealed: Buffer | null
  words_sealed: Buffer | null
  language: 'zh' | 'en'
  until: Date | null
}

/** What is due now, what must be there soon first; locked until the transaction ends, so that nobody else sends it. */
export const takeDue = statement<Due>(
  'notices.take-due',
  `select d.notice_id, d.way, d.tries, n.kind, n.account_id, n.words_sealed, n.until,
     coalesce(n.address_sealed, a.address_sealed) as address_sealed, coalesce(n.language, c.language, 'zh') as language
   from notice_deliveries d
   join notices n on n.district_id = d.district_id and n.id = d.notice_id
   left join notice_addresses a on a.district_id = n.district_id and a.account_id = n.account_id and a.way = d.way
   left join notice_choices c on c.district_id = n.district_id and c.account_id = n.account_id
   where d.district_id = $1 and d.status = 'waiting' and d.due_at <= $2
   order by n.until nulls last, d.due_at limit $3 for update of d skip locked`,
)

/** district, notice, way; status, due, outcome, detail, provider's id, now. */
export const finishTry = statement(
  'notices.finish-try',
  `with try as (
     insert into notice_tries (district_id, notice_id, way, at, outcome, detail, provider_id)
     values ($1, $2, $3, $9, $6, $7, $8)
   )
   update notice_deliveries set status = $4, due_at = $5, outcome = $6, detail = $7, provider_id = $8, changed_at = $9,
     tries = tries + 1
   where district_id = $1 and notice_id = $2 and way = $3`,
)

/** Ends a delivery that is of no use any more, without a try. */
export const skipDelivery = statement(
  'notices.skip-delivery',
  `update notice_deliveries set status = 'skipped', outcome = $4, changed_at = $5
   where district_id = $1 and notice_id = $2 and way = $3`,
)

export const eraseWords = statement(
  'notices.erase-words',
  'update notices set words_sealed = null where district_id = $1 and id = $2',
)

/** The outcomes of a way's newest tries within some minutes. */
export const newestTries = statement<{ outcome: Outcome }>(
  'notices.newest-tries',
  `select outcome from notice_tries where district_id = $1 and way = $2 and at > $3 order by id desc limit $4`,
)

export const insertDemoMessage = statement(
  'notices.insert-demo-message',
  `insert into demo_messages (district_id, id, way, address_sealed, text_sealed, sent_at)
   values ($1, $2, $3, $4, $5, $6)`,
)

export const listDemoMessages = statement<{
  way: Way
  address_sealed: Buffer
  text_sealed: Buffer
  sent_at: Date
}>(
  'notices.list-demo-messages',
  `select way, address_sealed, text_sealed, sent_at from demo_messages
   where district_id = $1 order by sent_at desc, id desc limit 50`,
)

/** What waits for the end of quiet hours, or for another try. */
export const countWaiting = statement<{ n: number }>(
  'notices.count-waiting',
  `select count(*)::int as n from notice_deliveries where district_id = $1 and status = 'waiting' and due_at > $2`,
)

export const findSecret = statement<{ secret_sealed: Buffer }>(
  'notices.find-secret',
  'select secret_sealed from notice_credentials where district_id = $1 and way = $2',
)

export const listSecrets = statement<{ way: Way; changed_at: Date }>(
  'notices.list-secrets',
  'select way, changed_at from notice_credentials where district_id = $1 order by way',
)

export const keepSecret = statement(
  'notices.keep-secret',
  `insert into notice_credentials (district_id, way, secret_sealed, changed_at) values ($1, $2, $3, $4)
   on conflict (district_id, way) do update set secret_sealed = $3, changed_at = $4`,
)

export type TokenRow = { token_sealed: Buffer | null; expires_at: Date }

export const findToken = statement<TokenRow>(
  'notices.find-token',
  'select token_sealed, expires_at from notice_tokens where district_id = $1 and name = $2',
)

/** Makes the row where there is none, and holds it: one server fetches a token, the others wait for it. */
export const lockToken = statement<TokenRow>(
  'notices.lock-token',
  `insert into notice_tokens (district_id, name, expires_at) values ($1, $2, 'epoch')
   on conflict (district_id, name) do update set name = excluded.name returning token_sealed, expires_at`,
)

export const keepToken = statement(
  'notices.keep-token',
  'update notice_tokens set token_sealed = $3, expires_at = $4 where district_id = $1 and name = $2',
)

/** Words and addresses go first, the record later. */
export const eraseOld = statement(
  'notices.erase-old',
  `update notices set words_sealed = null, address_sealed = null
   where district_id = $1 and told_at < $2 and (words_sealed is not null or address_sealed is not null)`,
)

export const deleteOld = statement(
  'notices.delete-old',
  `with old as (select id from notices where district_id = $1 and told_at < $2),
   tries as (delete from notice_tries where district_id = $1 and notice_id in (select id from old) returning 1),
   deliveries as (
     delete from notice_deliveries
     where district_id = $1 and notice_id in (select id from old) and (select count(*) from tries) >= 0 returning 1
   )
   delete from notices where district_id = $1 and id in (select id from old) and (select count(*) from deliveries) >= 0`,
)

export const deleteOldDemoMessages = statement(
  'notices.delete-old-demo-messages',
  'delete from demo_messages where district_id = $1 and sent_at < $2',
)
