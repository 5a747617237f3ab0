import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import type { BodyOf, QueryOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { readSetting, setting, writeSetting } from '#kernel/server/settings.ts'
import type * as contract from '../contract.ts'
import { Provider, providerFailed, providerOff } from '../contract.ts'
import {
  describe,
  exchange,
  newSecrets,
  type Secrets,
  type Service,
  type Told,
  wayThere,
} from './provider-client.ts'
import * as queries from './provider-queries.ts'

const sealedField = 'settings.people.provider.secret'
const secretsField = 'provider_attempts.secrets'
const attemptMs = 10 * 60_000

const provider = setting(
  'people.provider',
  Type.Object({ ...Provider.properties, sealedSecret: Type.String() }),
  {
    on: false,
    issuer: '',
    clientId: '',
    button: '统一身份认证',
    claim: 'preferred_username',
    ownFactor: true,
    sealedSecret: '',
  },
  { permission: 'people.edit', secrets: ['sealedSecret'] },
)

const callbackOf = (ctx: Context): string => `${ctx.caller.base}/api/v1/session/provider/callback`
const hashOf = (state: string): Buffer => createHash('sha256').update(state).digest()

export async function readProvider(ctx: Context): Promise<ReturnsOf<typeof contract.readProvider>> {
  const { sealedSecret, ...told } = await readSetting(ctx, provider)
  return { ...told, hasSecret: sealedSecret !== '', callback: callbackOf(ctx) }
}

export async function changeProvider(ctx: Context, body: BodyOf<typeof contract.changeProvider>) {
  const { secret, ...told } = body
  const before = await readSetting(ctx, provider)
  const sealedSecret = secret
    ? ctx.personalData.seal(ctx.district.id, sealedField, secret).toString('base64')
    : before.sealedSecret
  const issuer = told.issuer.trim().replace(/\/+$/, '')
  await writeSetting(ctx, provider, { ...told, issuer, button: told.button.trim(), sealedSecret })
  return { ...told, issuer, hasSecret: sealedSecret !== '', callback: callbackOf(ctx) }
}

/** What the sign-in page shows of it. */
export async function providerButton(ctx: Context): Promise<string | undefined> {
  const { on, issuer, button } = await readSetting(ctx, provider)
  return on && issuer ? button : undefined
}

async function serviceInForce(ctx: Context): Promise<Service> {
  const { on, issuer, clientId, sealedSecret } = await readSetting(ctx, provider)
  if (!on || !issuer) throw providerOff()
  const secret = sealedSecret
    ? ctx.personalData.open(ctx.district.id, sealedField, Buffer.from(sealedSecret, 'base64'))
    : ''
  return { issuer, clientId, secret }
}

export async function readyTrial(ctx: Context): Promise<() => Promise<string>> {
  const service = await serviceInForce(ctx)
  return async () => (await describe(service)).serverMetadata().authorization_endpoint ?? ''
}

export async function noteTrial(ctx: Context, authorization: string) {
  ctx.audit('people.provider-tried', String(ctx.district.id))
  return { authorization }
}

export type Begun = { location: string; secrets: Secrets }

/** Asked first: where to, from the service's own description. */
export async function readyBeginning(ctx: Context): Promise<() => Promise<Begun>> {
  const [service, callback, secrets] = [await serviceInForce(ctx), callbackOf(ctx), newSecrets()]
  return async () => ({ location: await wayThere(await describe(service), secrets, callback), secrets })
}

export async function beginProvider(
  ctx: Context,
  { app, to = '', keep = false }: BodyOf<typeof contract.beginProvider>,
  { location, secrets }: Begun,
) {
  await ctx.db.rows(queries.insertAttempt, [
    ctx.district.id,
    hashOf(secrets.state),
    ctx.personalData.seal(ctx.district.id, secretsField, JSON.stringify(secrets)),
    ctx.caller.device ?? '',
    app,
    to,
    keep,
    new Date(ctx.now.getTime() + attemptMs),
  ])
  return { location }
}

/** Back to the sign-in page, with the answer behind the `#`, where no server and no log sees it. */
export async function returnFromProvider(
  ctx: Context,
  { code, state, iss, error }: QueryOf<typeof contract.returnFromProvider>,
): Promise<{ location: string }> {
  const found = state && (await ctx.db.row(queries.findAttempt, [ctx.district.id, hashOf(state), ctx.now]))
  const page = found && found.app === 'work' ? '/work/sign-in' : '/staff/sign-in'
  const to = found && found.wanted ? `?to=${encodeURIComponent(found.wanted)}` : ''
  const given = Object.entries({ code, state, iss }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  )
  const answer = error || !found ? new URLSearchParams({ state: 'none' }) : new URLSearchParams(given)
  return { location: `${page}${to}#provider?${answer.toString()}` }
}

export type Answered = { told: Told; kept: boolean }

/** Asked first: the attempt is taken, once, then the code is exchanged. */
export async function readyAnswer(
  ctx: Context,
  { code, state, iss }: BodyOf<typeof contract.finishProvider>,
): Promise<() => Promise<Answered>> {
  const service = await serviceInForce(ctx)
  const taking = [ctx.district.id, hashOf(state ?? ''), ctx.caller.device ?? '', ctx.now]
  const attempt = await ctx.db.row(queries.takeAttempt, taking)
  if (!attempt || !code) throw providerFailed()
  const secrets = JSON.parse(
    ctx.personalData.open(ctx.district.id, secretsField, attempt.secrets_sealed),
  ) as Secrets
  const answered = new URL(callbackOf(ctx))
  for (const [name, value] of Object.entries({ code, state, iss }))
    if (value) answered.searchParams.set(name, value)
  return async () => ({
    told: await exchange(await describe(service), secrets, answered),
    kept: attempt.kept,
  })
}

/** Which claim names the account, and whether our own second factor is asked besides. */
export async function matching(ctx: Context): Promise<{ claim: string; ownFactor: boolean; issuer: string }> {
  const { claim, ownFactor, issuer } = await readSetting(ctx, provider)
  return { claim, ownFactor, issuer }
}
