import type { BodyOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import { readSetting, writeSetting } from '#kernel/server/settings.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { officeName } from '#modules/office/server/door.ts'
import {
  addressWrong,
  type changeChannels as ChangeChannels,
  type ChannelBoard,
  type Rules,
  type tryChannel as TryChannel,
  type Way,
} from '../contract.ts'
import { secretField, senderFor } from './channels.ts'
import { allKinds, templateOf, textOf } from './kinds.ts'
import { testKind } from './own-kinds.ts'
import { findAddress } from './own-queries.ts'
import * as queries from './queries.ts'
import { demoFields } from './senders/demo.ts'
import { channels, rules } from './settings.ts'
import { addressField } from './tell.ts'
import { isAddress, plainAddress } from './ways.ts'

export async function readChannels(ctx: Context): Promise<ChannelBoard> {
  const { language } = ctx.caller
  const secrets = await ctx.db.rows(queries.listSecrets, [ctx.district.id])
  return {
    channels: await readSetting(ctx, channels),
    rules: await readSetting(ctx, rules),
    secrets: secrets.map((row) => ({ way: row.way, changedAt: row.changed_at.toISOString() })),
    kinds: allKinds().map((kind) => {
      // What is handed in for approval is what residents read: Chinese.
      const template = templateOf(kind, 'zh')
      const fields = [...template.matchAll(/\$\{(\w+)\}/g)].map(([, field]) => field ?? '')
      return { key: kind.name, name: kind.called[language], fields, template }
    }),
    demo: ctx.demo,
  }
}

export async function changeChannels(
  ctx: Context,
  body: BodyOf<typeof ChangeChannels>,
): Promise<ChannelBoard> {
  await writeSetting(ctx, channels, { ...(await readSetting(ctx, channels)), ...body })
  return readChannels(ctx)
}

export async function changeRules(ctx: Context, body: Rules): Promise<ChannelBoard> {
  await writeSetting(ctx, rules, body)
  return readChannels(ctx)
}

export async function changeSecret(ctx: Context, way: Way, secret: string): Promise<{ changedAt: string }> {
  const sealed = ctx.personalData.seal(ctx.district.id, secretField(way), secret.trim())
  await ctx.db.rows(queries.keepSecret, [ctx.district.id, way, sealed, ctx.now])
  ctx.audit('notices.secret-changed', way)
  return { changedAt: ctx.now.toISOString() }
}

/** Sends at once and says how it ended: for the moment in which a way is being set up. */
export async function tryChannel(ctx: Context, way: Way, { address }: BodyOf<typeof TryChannel>) {
  const plain = address ? plainAddress(way, address) : await ownAddress(ctx, way)
  if (!isAddress(way, plain)) throw addressWrong()
  const { language } = ctx.caller
  const params = { at: ctx.now.toISOString() }
  const { text, written } = textOf(testKind, params, { language, timeZone: ctx.district.timeZone })
  const sender = await senderFor(ctx, way)
  const sent = await sender.send({
    id: uuidv7(ctx.now),
    kind: testKind.name,
    address: plain,
    language,
    ...text,
    values: written,
    sign: await officeName(ctx),
    link: undefined,
  })
  const outcome = sent.ok ? ('sent' as const) : sent.outcome
  ctx.audit('notices.channel-tried', way, { outcome, by: personId(ctx) })
  return { outcome, detail: sent.ok ? '' : sent.detail, providerId: sent.ok ? sent.providerId : '' }
}

async function ownAddress(ctx: Context, way: Way): Promise<string> {
  const row = await ctx.db.row(findAddress, [ctx.district.id, personId(ctx), way])
  return row ? ctx.personalData.open(ctx.district.id, addressField, row.address_sealed) : ''
}

export async function listDemoMessages(ctx: Context) {
  if (!ctx.demo) return { demo: false, waiting: 0, items: [] }
  const rows = await ctx.db.rows(queries.listDemoMessages, [ctx.district.id])
  const open = (field: string, sealed: Buffer): string =>
    ctx.personalData.open(ctx.district.id, field, sealed)
  const items = rows.map((row) => ({
    way: row.way,
    address: open(demoFields.address, row.address_sealed),
    text: open(demoFields.text, row.text_sealed),
    sentAt: row.sent_at.toISOString(),
  }))
  const waiting = await ctx.db.row(queries.countWaiting, [ctx.district.id, ctx.now])
  return { demo: true, waiting: waiting?.n ?? 0, items }
}
