import { statement } from '#kernel/server/database.ts'
import type { Way } from '../contract.ts'

export type OwnRow = {
  id: string
  kind: string
  words_sealed: Buffer
  told_at: Date
  read_at: Date | null
}

/** The notices of an account after a place in the list; the newest first. */
export const listOwn = statement<OwnRow>(
  'notices.list-own',
  `select id, kind, words_sealed, told_at, read_at from notices
   where district_id = $1 and account_id = $2 and words_sealed is not null
     and ($3::timestamptz is null or (told_at, id) < ($3::timestamptz, $4::uuid))
   order by told_at desc, id desc limit $5`,
)

/** Counted to a hundred: nobody needs to know it more exactly. */
export const countUnread = statement<{ n: number }>(
  'notices.count-unread',
  `select count(*)::int as n from (
     select 1 from notices where district_id = $1 and account_id = $2 and read_at is null and words_sealed is not null limit 100
   ) as unread`,
)

export const markRead = statement<{ id: string }>(
  'notices.mark-read',
  `update notices set read_at = $4
   where district_id = $1 and account_id = $2 and read_at is null and ($3::uuid[] is null or id = any ($3)) returning id`,
)

export type ChoiceRow = {
  language: 'zh' | 'en'
  ways: Record<string, Way[]>
  quiet_from: string | null
  quiet_until: string | null
}

export const findChoices = statement<ChoiceRow>(
  'notices.find-choices',
  'select language, ways, quiet_from, quiet_until from notice_choices where district_id = $1 and account_id = $2',
)

export const keepChoices = statement(
  'notices.keep-choices',
  `insert into notice_choices (district_id, account_id, language, ways, quiet_from, quiet_until, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (district_id, account_id) do update
     set language = $3, ways = $4, quiet_from = $5, quiet_until = $6, changed_at = $7`,
)

export type AddressRow = { way: Way; masked: string; confirmed_at: Date }

export const listAddresses = statement<AddressRow>(
  'notices.list-addresses',
  `select way, masked, confirmed_at from notice_addresses where district_id = $1 and account_id = $2 order by way`,
)

export const findAddress = statement<{ address_sealed: Buffer }>(
  'notices.find-address',
  'select address_sealed from notice_addresses where district_id = $1 and account_id = $2 and way = $3',
)

export const keepAddress = statement(
  'notices.keep-address',
  `insert into notice_addresses (district_id, account_id, way, address_sealed, masked, confirmed_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (district_id, account_id, way) do update set address_sealed = $4, masked = $5, confirmed_at = $6`,
)

export const removeAddress = statement<{ way: Way }>(
  'notices.remove-address',
  'delete from notice_addresses where district_id = $1 and account_id = $2 and way = $3 returning way',
)

/** What the planner must know of the accounts that are told something. */
export const choicesOfAccounts = statement<{
  account_id: string
  disabled: boolean
  ways: Record<string, Way[]> | null
  quiet_from: string | null
  quiet_until: string | null
  addresses: { way: Way; masked: string }[]
}>(
  'notices.choices-of-accounts',
  `select u.id as account_id, u.disabled_at is not null as disabled, c.ways, c.quiet_from, c.quiet_until,
     coalesce((select json_agg(json_build_object('way', a.way, 'masked', a.masked) order by a.way) from notice_addresses a
       where a.district_id = u.district_id and a.account_id = u.id), '[]') as addresses
   from accounts u left join notice_choices c on c.district_id = u.district_id and c.account_id = u.id
   where u.district_id = $1 and u.id = any ($2)`,
)
