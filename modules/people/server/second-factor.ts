import * as otpauth from 'otpauth'
import QRCode from 'qrcode'
import type { Static } from 'typebox'
import type { Context } from '#kernel/server/context.ts'
import { codeWrong, factorMissing, type FactorOffer, factorThere } from '../contract.ts'
import * as queries from './factor-queries.ts'
import { passwordMatches } from './password.ts'
import { readRecoveryCode, type RecoveryCodes } from './recovery-codes.ts'
import { countTry, takeBackTry } from './tries.ts'

/** Whose code it is. */
export type Owner = { id: string; login: string }

const sealedField = 'second_factors.secret'
const secretBytes = 20

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, thirty seconds. */
const totpOf = (ctx: Context, owner: Owner, secret: otpauth.Secret): otpauth.TOTP =>
  new otpauth.TOTP({ issuer: `一格 ${ctx.district.name}`, label: owner.login, secret })

/** A new secret, sealed; it counts once a code has confirmed it. @throws factorThere when one counts already */
export async function offerFactor(ctx: Context, owner: Owner): Promise<Static<typeof FactorOffer>> {
  const secret = new otpauth.Secret({ size: secretBytes })
  const sealed = ctx.personalData.seal(ctx.district.id, sealedField, secret.base32)
  const offered = await ctx.db.row(queries.offerFactor, [ctx.district.id, owner.id, sealed, ctx.now])
  if (!offered) throw factorThere()
  ctx.audit('people.factor-offered', owner.id)
  const address = totpOf(ctx, owner, secret).toString()
  return { secret: secret.base32.replaceAll(/(.{4})(?=.)/g, '$1 '), address, drawing: draw(address) }
}

/** A QR code as one SVG path: a run of dark squares is one stroke. */
function draw(text: string): { path: string; size: number } {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, Boolean)
  const squares = dark.flatMap((isDark, at) =>
    isDark ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : [],
  )
  return { path: squares.join(''), size }
}

/** Which recovery code was meant and fits; absent where the six digits of a phone were given. */
export type CodeMatch = { slot: number } | undefined

/** Counts the try, and hands back the slow part: comparing a recovery code. @throws signInLocked */
export async function readyCode(ctx: Context, owner: Owner, code: string): Promise<() => Promise<CodeMatch>> {
  await countTry(ctx, owner.login)
  const meant = readRecoveryCode(code)
  if (!meant) return async () => undefined
  const kept = await ctx.db.row(queries.findRecoveryCode, [ctx.district.id, owner.id, meant.slot])
  return async () =>
    kept && (await passwordMatches(kept.code_hash, meant.letters)) ? { slot: meant.slot } : undefined
}

/** Takes a code, once. @throws codeWrong, with the failure counted and on record */
export async function takeCode(ctx: Context, owner: Owner, code: string, match: CodeMatch): Promise<void> {
  const factor = await ctx.db.row(queries.findFactor, [ctx.district.id, owner.id])
  if (!factor?.confirmed_at) throw factorMissing()
  const taken = match
    ? await ctx.db.row(queries.useRecoveryCode, [ctx.district.id, owner.id, match.slot, ctx.now])
    : await takeDigits(ctx, owner, factor, code)
  if (!taken) throw refusedCode(ctx, owner)
  if (match) ctx.audit('people.recovery-code-used', owner.id)
  await takeBackTry(ctx, owner.login)
}

function refusedCode(ctx: Context, owner: Owner) {
  ctx.audit('people.code-failed', owner.id)
  return codeWrong().keepingWrites()
}

/** Half a minute early or late is allowed for; the half minute it belongs to is then used up, with all before it. */
async function takeDigits(
  ctx: Context,
  owner: Owner,
  { secret_sealed: sealed }: queries.FactorRow,
  code: string,
): Promise<boolean> {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return false
  const secret = ctx.personalData.open(ctx.district.id, sealedField, sealed)
  const totp = totpOf(ctx, owner, otpauth.Secret.fromBase32(secret))
  const delta = totp.validate({ token, timestamp: ctx.now.getTime(), window: 1 })
  if (delta === null) return false
  const step = totp.counter({ timestamp: ctx.now.getTime() }) + delta
  return (await ctx.db.row(queries.takeStep, [ctx.district.id, owner.id, step])) !== undefined
}

/** The first code of an offered secret: from now on it counts. @returns the recovery codes, for this one time */
export async function confirmFactor(
  ctx: Context,
  owner: Owner,
  code: string,
  recovery: RecoveryCodes,
): Promise<string[]> {
  const factor = await ctx.db.row(queries.findFactor, [ctx.district.id, owner.id])
  if (!factor) throw factorMissing()
  if (factor.confirmed_at) throw factorThere()
  if (!(await takeDigits(ctx, owner, factor, code))) throw refusedCode(ctx, owner)
  await takeBackTry(ctx, owner.login)
  await ctx.db.rows(queries.confirmFactor, [ctx.district.id, owner.id, ctx.now])
  ctx.audit('people.factor-confirmed', owner.id)
  return replaceRecoveryCodes(ctx, owner.id, recovery)
}

export async function replaceRecoveryCodes(
  ctx: Context,
  accountId: string,
  { codes, hashes }: RecoveryCodes,
): Promise<string[]> {
  await ctx.db.rows(queries.deleteRecoveryCodes, [ctx.district.id, accountId])
  await ctx.db.rows(queries.insertRecoveryCodes, [ctx.district.id, accountId, hashes])
  ctx.audit('people.recovery-codes-made', accountId)
  return codes
}

/** Takes the factor away, whoever asks. @returns whether there was one */
export async function deleteFactor(ctx: Context, accountId: string): Promise<boolean> {
  const gone = await ctx.db.row(queries.deleteFactor, [ctx.district.id, accountId])
  if (gone) ctx.audit('people.factor-removed', accountId)
  return gone !== undefined
}
