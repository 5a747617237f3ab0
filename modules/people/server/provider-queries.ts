import { statement } from '#kernel/server/database.ts'

export const insertAttempt = statement(
  'people.insert-attempt',
  `insert into provider_attempts (district_id, state_hash, secrets_sealed, browser, app, wanted, kept, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

/** Where somebody who comes back began. */
export const findAttempt = statement<{ app: 'staff' | 'work'; wanted: string }>(
  'people.find-attempt',
  `select app, wanted from provider_attempts
   where district_id = $1 and state_hash = $2 and expires_at > $3`,
)

export type AttemptRow = { secrets_sealed: Buffer; kept: boolean }
/** Takes it, once, and only for the browser that began it. */
export const takeAttempt = statement<AttemptRow>(
  'people.take-attempt',
  `delete from provider_attempts
   where district_id = $1 and state_hash = $2 and browser = $3 and expires_at > $4
   returning secrets_sealed, kept`,
)

export const deleteOldAttempts = statement(
  'people.delete-old-attempts',
  'delete from provider_attempts where district_id = $1 and expires_at < $2',
)

export type Linked = { id: string; login: string; disabled: boolean }
export const findByIdentity = statement<Linked>(
  'people.find-by-identity',
  `select c.id, c.login, c.disabled_at is not null as disabled
   from account_identities i join accounts c on c.district_id = i.district_id and c.id = i.account_id
   where i.district_id = $1 and i.issuer = $2 and i.subject = $3`,
)

/** By the sign-in name, unless the account is linked to somebody else there. */
export const findUnlinked = statement<Linked>(
  'people.find-unlinked',
  `select c.id, c.login, c.disabled_at is not null as disabled from accounts c
   where c.district_id = $1 and c.login = $3 and not exists (
     select 1 from account_identities i
     where i.district_id = c.district_id and i.account_id = c.id and i.issuer = $2)`,
)

/** One account has one identity at a service: the new one takes the place of the old. */
export const linkIdentity = statement(
  'people.link-identity',
  `insert into account_identities (district_id, issuer, subject, account_id, linked_at) values ($1, $2, $3, $4, $5)
   on conflict (district_id, account_id, issuer) do update set subject = excluded.subject, linked_at = excluded.linked_at`,
)

export const unlinkIdentity = statement<{ subject: string }>(
  'people.unlink-identity',
  'delete from account_identities where district_id = $1 and account_id = $2 returning subject',
)
