import { statement } from '#kernel/server/database.ts'
import type { MatterRow } from '#modules/matters/server/door.ts'

// Keys.

export type UsedKey = {
  id: string
  name: string
  per_minute: number
  may_post: boolean
  may_update: boolean
  words_are_public: boolean
  organisation_id: string | null
}
const usedColumns = 'id, name, per_minute, may_post, may_update, words_are_public, organisation_id'

export const insertKey = statement(
  'open311.insert-key',
  `insert into open311_keys (district_id, id, name, contact_sealed, starts_with, key_hash, per_minute, may_post, may_update,
     words_are_public, organisation_id, made_at, made_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
)
export const lockKey = statement<{ ended_at: Date | null }>(
  'open311.lock-key',
  'select ended_at from open311_keys where district_id = $1 and id = $2 for update',
)
export const endKey = statement(
  'open311.end-key',
  'update open311_keys set ended_at = $3, ended_by = $4 where district_id = $1 and id = $2',
)
export const findKey = statement<UsedKey>(
  'open311.find-key',
  `select ${usedColumns} from open311_keys where district_id = $1 and key_hash = $2 and ended_at is null`,
)
/** $3 the minute that runs, $4 now. */
export const countMinute = statement<UsedKey & { minute_count: number }>(
  'open311.count-minute',
  `update open311_keys set last_used_at = $4, minute = $3,
     minute_count = case when minute = $3 then minute_count + 1 else 1 end
   where district_id = $1 and id = $2 and ended_at is null
   returning ${usedColumns}, minute_count`,
)
export const countDay = statement(
  'open311.count-day',
  `insert into open311_key_days as d (district_id, key_id, day, posts, updates) values ($1, $2, $3, $4, $5)
   on conflict (district_id, key_id, day) do update set posts = d.posts + $4, updates = d.updates + $5`,
)
type KeyRow = UsedKey & {
  contact_sealed: Buffer
  starts_with: string
  made_at: Date
  ended_at: Date | null
  last_used_at: Date | null
  organisation_name: string | null
  posts: number
  updates: number
}
/** $2 the first day that is counted. */
export const listKeys = statement<KeyRow>(
  'open311.list-keys',
  `select k.id, k.name, k.per_minute, k.may_post, k.may_update, k.words_are_public, k.organisation_id, k.contact_sealed,
     k.starts_with, k.made_at, k.ended_at, k.last_used_at, o.name as organisation_name,
     coalesce(d.posts, 0)::int as posts, coalesce(d.updates, 0)::int as updates
   from open311_keys k
   left join organisations o on o.district_id = k.district_id and o.id = k.organisation_id
   left join lateral (
     select sum(posts) as posts, sum(updates) as updates from open311_key_days
     where district_id = k.district_id and key_id = k.id and day >= $2::date) d on true
   where k.district_id = $1 order by (k.ended_at is not null), k.made_at desc, k.id limit 500`,
)

// What was posted.

export const insertRequest = statement(
  'open311.insert-request',
  `insert into open311_requests (district_id, report_id, key_id, token, client_request_id, content_hash,
     description_length, media_url, posted_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
type EarlierRow = { report_id: string; content_hash: Buffer }
export const findByClientId = statement<EarlierRow>(
  'open311.find-by-client-id',
  `select report_id, content_hash from open311_requests
   where district_id = $1 and key_id = $2 and client_request_id = $3`,
)
export const findByContent = statement<EarlierRow>(
  'open311.find-by-content',
  `select report_id, content_hash from open311_requests
   where district_id = $1 and key_id = $2 and content_hash = $3 and posted_at > $4 order by posted_at desc limit 1`,
)
type PostedMatter = Pick<MatterRow, 'number' | 'due_at' | 'organisation_id' | 'route'> & {
  token: string
  query_code: string
}
/** Which matter a posted request is part of now: it may have been merged or split since. */
export const findPosted = statement<PostedMatter>(
  'open311.find-posted',
  `select q.token, r.query_code, m.number, m.due_at, m.organisation_id, m.route from open311_requests q
   join reports r on r.district_id = q.district_id and r.id = q.report_id
   join matters m on m.district_id = r.district_id and m.id = r.matter_id
   where q.district_id = $1 and q.report_id = $2`,
)
export const findByToken = statement<{ number: string }>(
  'open311.find-by-token',
  `select m.number from open311_requests q
   join reports r on r.district_id = q.district_id and r.id = q.report_id
   join matters m on m.district_id = r.district_id and m.id = r.matter_id
   where q.district_id = $1 and q.token = $2 and m.is_public and not m.is_hidden`,
)
/** The reports of a matter that one key posted, the first of them first. */
export const findOwnReport = statement<{ report_id: string; query_code: string }>(
  'open311.find-own-report',
  `select r.id as report_id, r.query_code from open311_requests q
   join reports r on r.district_id = q.district_id and r.id = q.report_id
   where q.district_id = $1 and q.key_id = $2 and r.matter_id = $3 and r.withdrawn_at is null
   order by r.received_at, r.id limit 1`,
)
export type PostedRow = {
  matter_id: string
  key_id: string
  words_are_public: boolean
  description: string
  media_url: string | null
  photo_ids: string[]
  answers: Record<string, string | string[]>
  lon: number | null
  lat: number | null
}
/** What was posted of some matters, the first report of each that was. */
export const listPosted = statement<PostedRow>(
  'open311.list-posted',
  `select distinct on (r.matter_id) r.matter_id, q.key_id, k.words_are_public, left(r.words, q.description_length) as description,
     q.media_url, r.photo_ids, r.answers, r.lon, r.lat
   from reports r
   join open311_requests q on q.district_id = r.district_id and q.report_id = r.id
   join open311_keys k on k.district_id = q.district_id and k.id = q.key_id
   where r.district_id = $1 and r.matter_id = any ($2) and r.erased_at is null and r.withdrawn_at is null
   order by r.matter_id, r.received_at, r.id`,
)
/** The link somebody sent along is forgotten with the words. */
export const forgetErased = statement(
  'open311.forget-erased',
  `update open311_requests q set media_url = null from reports r
   where q.district_id = $1 and q.media_url is not null
     and r.district_id = q.district_id and r.id = q.report_id and r.erased_at is not null`,
)

// Updates.

type UpdateRow = { content_hash: Buffer; seq: number; posted_at: Date }
export const findUpdate = statement<UpdateRow>(
  'open311.find-update',
  `select content_hash, seq, posted_at from open311_updates
   where district_id = $1 and key_id = $2 and client_update_id = $3`,
)
export const insertUpdate = statement(
  'open311.insert-update',
  `insert into open311_updates (district_id, key_id, client_update_id, content_hash, matter_id, seq, posted_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

// Discovery.

export const newestChangeset = statement<{ at: Date; digest: Buffer }>(
  'open311.newest-changeset',
  'select at, digest from open311_changesets where district_id = $1 order by at desc limit 1',
)
export const insertChangeset = statement(
  'open311.insert-changeset',
  'insert into open311_changesets (district_id, at, digest) values ($1, $2, $3)',
)
