import { statement } from '#kernel/server/database.ts'

export type FactorRow = { secret_sealed: Buffer; confirmed_at: Date | null }
export const findFactor = statement<FactorRow>(
  'people.find-factor',
  'select secret_sealed, confirmed_at from second_factors where district_id = $1 and account_id = $2',
)

/** A new offer takes the place of one that was not confirmed; a confirmed one stays. */
export const offerFactor = statement<{ account_id: string }>(
  'people.offer-factor',
  `insert into second_factors (district_id, account_id, secret_sealed, offered_at) values ($1, $2, $3, $4)
   on conflict (district_id, account_id) do update
     set secret_sealed = excluded.secret_sealed, offered_at = excluded.offered_at
     where second_factors.confirmed_at is null
   returning account_id`,
)

/** Takes a code by the number of its 30 seconds; nothing when that one, or a later one, was taken before. */
export const takeStep = statement<{ account_id: string }>(
  'people.take-step',
  `update second_factors set last_step = $3 where district_id = $1 and account_id = $2 and last_step < $3
   returning account_id`,
)

export const confirmFactor = statement(
  'people.confirm-factor',
  'update second_factors set confirmed_at = $3 where district_id = $1 and account_id = $2 and confirmed_at is null',
)

export const deleteFactor = statement<{ account_id: string }>(
  'people.delete-factor',
  'delete from second_factors where district_id = $1 and account_id = $2 returning account_id',
)

export const deleteRecoveryCodes = statement(
  'people.delete-recovery-codes',
  'delete from recovery_codes where district_id = $1 and account_id = $2',
)

export const insertRecoveryCodes = statement(
  'people.insert-recovery-codes',
  `insert into recovery_codes (district_id, account_id, slot, code_hash)
   select $1, $2, slot - 1, code_hash from unnest($3::text[]) with ordinality as made (code_hash, slot)`,
)

export const findRecoveryCode = statement<{ code_hash: string }>(
  'people.find-recovery-code',
  `select code_hash from recovery_codes
   where district_id = $1 and account_id = $2 and slot = $3 and used_at is null`,
)

export const useRecoveryCode = statement<{ slot: number }>(
  'people.use-recovery-code',
  `update recovery_codes set used_at = $4
   where district_id = $1 and account_id = $2 and slot = $3 and used_at is null returning slot`,
)
