import type { Context } from '#kernel/server/context.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { officeName } from '#modules/office/server/door.ts'
import type { Outcome, Status } from '../contract.ts'
import { isOpen, senderFor } from './channels.ts'
import { type AnyKind, findKind, openWords, textOf } from './kinds.ts'
import { type Due, eraseWords, finishTry, skipDelivery, takeDue } from './queries.ts'
import { afterQuiet, nextAt } from './quiet-hours.ts'
import { failed, type Message, type Sender, type Sent } from './senders/sender.ts'
import { rules } from './settings.ts'
import { addressField } from './tell.ts'

/** Sent at once in one transaction; as many may go out twice when the machine dies before the commit. */
const portion = 4
/** Seconds before the next try; after the last the delivery is dead. */
const waits = [30, 120, 600, 3_600, 4 * 3_600]
const urgentWaits = [5, 15, 45, 90]

/** Sends what is due. Failures are written down and tried again later, each time after a longer wait. */
export async function sendDue(ctx: Context): Promise<void | 'more'> {
  const due = await ctx.db.rows(takeDue, [ctx.district.id, ctx.now, portion])
  const senders = new Map<string, Sender>()
  for (const { way } of due) if (!senders.has(way)) senders.set(way, await senderFor(ctx, way))
  await Promise.all(due.map((each) => deliver(ctx, each, senders.get(each.way))))
  return due.length === portion ? 'more' : undefined
}

/** One delivery, locked by the caller: nothing is sent that is closed, too late or erased. */
async function deliver(ctx: Context, due: Due, sender: Sender | undefined): Promise<void> {
  const kind = findKind(due.kind)
  const useless = await uselessFor(ctx, due)
  if (useless || !kind || !sender) {
    await ctx.db.rows(skipDelivery, [ctx.district.id, due.notice_id, due.way, useless ?? 'erased', ctx.now])
    return
  }
  await sendOne(ctx, { due, kind, sender })
}

async function uselessFor(ctx: Context, due: Due): Promise<Outcome | undefined> {
  if (due.until && due.until <= ctx.now) return 'expired'
  if (!due.words_sealed || !due.address_sealed) return 'erased'
  return (await isOpen(ctx, due.way)) ? undefined : 'way-off'
}

type Sending = { due: Due; kind: AnyKind; sender: Sender }

/** Sends and writes down how it ended; the caller holds the row. */
export async function sendOne(ctx: Context, { due, kind, sender }: Sending): Promise<Sent> {
  const message = await messageOf(ctx, due, kind)
  const sent = await sender
    .send(message)
    .catch((error: unknown) => failed('unexpected', 'soon', error instanceof Error ? error.name : ''))
  const next = sent.ok ? undefined : await nextTry(ctx, due, { kind, again: sent.again })
  const status: Status = sent.ok ? 'sent' : next ? 'waiting' : 'dead'
  await ctx.db.rows(finishTry, [
    ctx.district.id,
    due.notice_id,
    due.way,
    status,
    next ?? ctx.now,
    sent.ok ? 'sent' : sent.outcome,
    sent.ok ? '' : sent.detail,
    sent.ok ? sent.providerId.slice(0, 100) : '',
    ctx.now,
  ])
  if (status !== 'waiting' && kind.secret) await ctx.db.rows(eraseWords, [ctx.district.id, due.notice_id])
  return sent
}

async function messageOf(ctx: Context, due: Due, kind: AnyKind): Promise<Message> {
  if (!due.words_sealed || !due.address_sealed) throw new Error('a notice without words was sent')
  const { params, base } = openWords(ctx, due.words_sealed)
  const { language } = due
  const { text, written } = textOf(kind, params, { language, timeZone: ctx.district.timeZone })
  const path = (due.account_id && kind.workPath ? kind.workPath : kind.path)?.(written)
  const linkBase = (await readSetting(ctx, rules)).linkBase || base
  return {
    id: due.notice_id,
    kind: kind.name,
    address: ctx.personalData.open(ctx.district.id, addressField, due.address_sealed),
    language,
    ...text,
    values: written,
    sign: await officeName(ctx),
    link: path && linkBase ? `${linkBase}${path}` : undefined,
  }
}

/** When the next try is due; nothing when this was the last. Who must not be disturbed is left to sleep. */
async function nextTry(
  ctx: Context,
  due: Due,
  { kind, again }: { kind: AnyKind; again: 'soon' | 'tomorrow' | 'never' },
): Promise<Date | undefined> {
  const steps = due.until ? urgentWaits : waits
  const wait = steps[due.tries]
  if (again === 'never' || wait === undefined) return undefined
  const { quiet } = await readSetting(ctx, rules)
  const { timeZone } = ctx.district
  const soon = new Date(ctx.now.getTime() + wait * 1000)
  const at = again === 'tomorrow' ? nextAt(timeZone, ctx.now, '08:00') : soon
  const next = kind.urgent ? at : afterQuiet(timeZone, at, quiet)
  return due.until && next >= due.until ? undefined : next
}
