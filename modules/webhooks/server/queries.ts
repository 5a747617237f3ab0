import { statement } from '#kernel/server/database.ts'
import type { EventKind } from '#modules/matters/contract.ts'
import type { MessageState, Outcome, WebhookState } from '../contract.ts'

export type WebhookRow = {
  id: string
  name: string
  url: string
  kinds: EventKind[]
  area_id: number | null
  state: WebhookState
  state_at: Date
  secret_sealed: Buffer
  old_secret_sealed: Buffer | null
  old_secret_until: Date | null
  base: string
  failing_since: Date | null
  made_at: Date
}
const columns = `id, name, url, kinds, area_id, state, state_at, secret_sealed, old_secret_sealed, old_secret_until, base,
  failing_since, made_at`
const named = columns.replaceAll(/\b[a-z]\w*/g, 'w.$&')

export const insertWebhook = statement(
  'webhooks.insert',
  `insert into webhooks (district_id, id, name, url, kinds, area_id, state, state_at, secret_sealed, base, made_at, made_by)
   values ($1, $2, $3, $4, $5, $6, 'active', $7, $8, $9, $7, $10)`,
)
export const lockWebhook = statement<WebhookRow>(
  'webhooks.lock',
  `select ${columns} from webhooks where district_id = $1 and id = $2 for update`,
)
export const changeWebhook = statement(
  'webhooks.change',
  'update webhooks set name = $3, url = $4, kinds = $5, area_id = $6 where district_id = $1 and id = $2',
)
/** Whatever it becomes, what failed before is over. */
export const setState = statement(
  'webhooks.set-state',
  'update webhooks set state = $3, state_at = $4, failing_since = null where district_id = $1 and id = $2',
)
/** $3 the new secret, $4 until when the old one holds. */
export const renewSecret = statement(
  'webhooks.renew-secret',
  `update webhooks set old_secret_sealed = secret_sealed, old_secret_until = $4, secret_sealed = $3
   where district_id = $1 and id = $2`,
)
export const listFollowing = statement<WebhookRow>(
  'webhooks.list-following',
  `select ${columns} from webhooks where district_id = $1 and state in ('active', 'paused')`,
)
type Listed = WebhookRow & { area_name: string | null; waiting: number; delivered: number; dropped: number }
/** $2: since when messages are counted. */
export const listWebhooks = statement<Listed>(
  'webhooks.list',
  `select ${named}, a.name as area_name,
     (select count(*)::int from webhook_messages m
      where m.district_id = w.district_id and m.webhook_id = w.id and m.state = 'waiting') as waiting,
     coalesce(c.delivered, 0)::int as delivered, coalesce(c.dropped, 0)::int as dropped
   from webhooks w
   left join areas a on a.district_id = w.district_id and a.id = w.area_id
   left join lateral (
     select count(*) filter (where m.state = 'delivered') as delivered, count(*) filter (where m.state = 'dropped') as dropped
     from webhook_messages m where m.district_id = w.district_id and m.webhook_id = w.id and m.made_at >= $2) c on true
   where w.district_id = $1 order by (w.state = 'ended'), w.made_at desc, w.id limit 200`,
)

// Messages.

/** Nothing is told twice: the same event of the feed for the same webhook is left out. */
export const insertMessage = statement(
  'webhooks.insert-message',
  `insert into webhook_messages (district_id, webhook_id, id, position, matter_id, kind, number, body, state, made_at, tries,
     put_off, next_at, drop_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, 0, 0, $9, $10)
   on conflict (district_id, webhook_id, position) where position is not null do nothing`,
)
export type Due = {
  id: string
  webhook_id: string
  body: string
  tries: number
  put_off: number
  url: string
  secret_sealed: Buffer
  old_secret_sealed: Buffer | null
  old_secret_until: Date | null
}
/**
 * Takes what is due in hand until $3. Of one matter only its oldest message; of a webhook that fails only one, to see whether it
 * works again. $2 now, $4 how many of one webhook at once.
 */
export const claimDue = statement<Due>(
  'webhooks.claim-due',
  `with due as (
     select m.id from webhooks w cross join lateral (
       select m.id from webhook_messages m
       where m.district_id = w.district_id and m.webhook_id = w.id and m.state = 'waiting' and m.next_at <= $2
         and not exists (select 1 from webhook_messages e
           where e.district_id = m.district_id and e.webhook_id = m.webhook_id and e.matter_id = m.matter_id
             and e.state = 'waiting' and e.position < m.position)
       order by m.next_at, m.position nulls first
       limit case when w.failing_since is null then $4::int else 1 end for update skip locked) m
     where w.district_id = $1 and w.state = 'active')
   update webhook_messages m set next_at = $3 from due, webhooks w
   where m.district_id = $1 and m.id = due.id and w.district_id = m.district_id and w.id = m.webhook_id
   returning m.id, m.webhook_id, m.body, m.tries, m.put_off, w.url, w.secret_sealed, w.old_secret_sealed, w.old_secret_until`,
)
/** Given up after days, also what was never tried because nothing got through. */
export const dropOld = statement(
  'webhooks.drop-old',
  `update webhook_messages m set state = 'dropped', done_at = $2 from webhooks w
   where m.district_id = $1 and m.state = 'waiting' and m.drop_at <= $2 and m.next_at <= $2
     and w.district_id = m.district_id and w.id = m.webhook_id and w.state = 'active'`,
)
export const dropWaiting = statement(
  'webhooks.drop-waiting',
  `update webhook_messages set state = 'dropped', done_at = $3
   where district_id = $1 and webhook_id = $2 and state = 'waiting'`,
)
export const insertTry = statement(
  'webhooks.insert-try',
  `insert into webhook_tries (district_id, message_id, n, at, status, outcome, took_ms, answer)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
)
export const markDelivered = statement(
  'webhooks.mark-delivered',
  `update webhook_messages set state = 'delivered', done_at = $3, tries = $4, last_status = $5, last_outcome = $6
   where district_id = $1 and id = $2`,
)
export const putOff = statement(
  'webhooks.put-off',
  `update webhook_messages set next_at = $3, tries = $4, put_off = put_off + 1, last_status = $5, last_outcome = $6
   where district_id = $1 and id = $2`,
)
export const markWorking = statement(
  'webhooks.mark-working',
  'update webhooks set failing_since = null where district_id = $1 and id = $2 and failing_since is not null',
)
/** @returns since when it fails */
export const markFailing = statement<{ failing_since: Date }>(
  'webhooks.mark-failing',
  `update webhooks set failing_since = coalesce(failing_since, $3) where district_id = $1 and id = $2 and state = 'active'
   returning failing_since`,
)

export type MessageRow = {
  id: string
  webhook_id: string
  kind: string
  number: string | null
  body: string
  state: MessageState
  made_at: Date
  tries: number
  next_at: Date
  done_at: Date | null
  last_status: number | null
  last_outcome: Outcome | null
}
const messageColumns =
  'id, webhook_id, kind, number, body, state, made_at, tries, next_at, done_at, last_status, last_outcome'
/** $2 webhook, $3 state, $4 number, or null for any; $5 the id reached. */
export const listMessages = statement<MessageRow>(
  'webhooks.list-messages',
  `select ${messageColumns} from webhook_messages
   where district_id = $1 and ($2::uuid is null or webhook_id = $2) and ($3::text is null or state = $3)
     and ($4::text is null or number = $4) and ($5::uuid is null or id < $5) order by id desc limit $6`,
)
export const findMessage = statement<MessageRow>(
  'webhooks.find-message',
  `select ${messageColumns} from webhook_messages where district_id = $1 and id = $2`,
)
export const lockMessage = statement<MessageRow & { webhook_state: WebhookState }>(
  'webhooks.lock-message',
  `select ${messageColumns.replaceAll(/\b[a-z]\w*/g, 'm.$&')}, w.state as webhook_state from webhook_messages m
   join webhooks w on w.district_id = m.district_id and w.id = m.webhook_id
   where m.district_id = $1 and m.id = $2 for update of m`,
)
export const sendAgain = statement(
  'webhooks.send-again',
  `update webhook_messages set state = 'waiting', put_off = 0, next_at = $3, drop_at = $4, done_at = null
   where district_id = $1 and id = $2`,
)
type TryRow = {
  n: number
  at: Date
  status: number | null
  outcome: Outcome
  took_ms: number
  answer: string
}
export const listTries = statement<TryRow>(
  'webhooks.list-tries',
  `select n, at, status, outcome, took_ms, answer from webhook_tries
   where district_id = $1 and message_id = $2 order by n desc limit 200`,
)
export const deleteOld = statement(
  'webhooks.delete-old',
  `delete from webhook_messages where district_id = $1 and made_at < $2 and state <> 'waiting'`,
)
