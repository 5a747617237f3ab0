import type { BodyOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { officeName } from '#modules/office/server/door.ts'
import { dayIn } from '#kernel/server/day.ts'
import { keptFor } from '#kernel/server/kept.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { photosOf } from '#modules/files/server/door.ts'
import { demoDoors } from '#modules/places/server/door.ts'
import type * as contract from '../contract.ts'
import { joinRefused, type Receipt, subjectUnknown } from '../contract.ts'
import { answersTo } from './answers.ts'
import { houseRules } from './house-rules.ts'
import { join } from './join.ts'
import { countMonth, listPublicDone } from './list-queries.ts'
import { isOpen } from './matter-states.ts'
import { namesOf } from './people-names.ts'
import { placeSaid, shapePublic } from './place-page.ts'
import { findMatter, findMatterByNumber } from './queries.ts'
import { prepare, type Said, take } from './receive.ts'
import { holderName, receiptFrom, receiptOf, voiceOf } from './receipt.ts'

/** A neighbour says the same: a report of their own on the open matter. @throws joinRefused where it is not theirs to join */
export async function joinNear(ctx: Context, said: Said, number: string) {
  const found = await ctx.db.row(findMatterByNumber, [ctx.district.id, number])
  const open = found && (await ctx.db.row(findMatter, [ctx.district.id, found.id]))
  const near = open && said.place.path.some((id) => id === open.place_id || id === open.grid_id)
  if (!open || !near || !open.is_public || open.is_hidden || !isOpen(open.status)) throw joinRefused()
  return join(ctx, open.id, said)
}

async function sendJoining(ctx: Context, said: Said, number: string): Promise<Receipt> {
  const { matter, report } = await joinNear(ctx, said, number)
  return receiptOf(ctx, report, matter)
}

/** A resident's report, from a door or from anywhere. */
/** Practical deeds and disputes are filed by the staff. @throws subjectUnknown */
async function refuseForOffices(ctx: Context, subject: string): Promise<void> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  if (rules.subjects.get(subject)?.isForOffices) throw subjectUnknown()
}

export async function sendReport(ctx: Context, body: BodyOf<typeof contract.sendReport>): Promise<Receipt> {
  const place = await placeSaid(ctx, body)
  await refuseForOffices(ctx, body.subject)
  const { door: _door, areaId: _areaId, joins, ...told } = body
  const said: Said = {
    ...told,
    place,
    doorToken: body.door && place.token,
    channel: body.door ? 'qr' : 'web',
    isPrivate: body.isPrivate ?? false,
    answers: await answersTo(ctx, body.subject, body.answers ?? {}, { mayBeOpen: joins !== undefined }),
  }
  if (joins) return sendJoining(ctx, said, joins)
  const prepared = await prepare(ctx, said)
  // All that the receipt tells is read before the number is taken: reports do not wait for each other's receipts.
  const around = {
    place,
    photos: await photosOf(ctx, body.photoIds),
    voice: await voiceOf(ctx, body.voiceId),
    subjects: new Map(),
    additions: new Map(),
    names: await namesOf(ctx, [prepared.target.handler_id]),
    holderName: await holderName(ctx, prepared.target),
  }
  const { matter, report, event } = await take(ctx, prepared)
  return receiptFrom(ctx, report, matter, { ...around, events: [event] })
}

const monthMs = 30 * 24 * 3600_000

function monthValues(ctx: Context): [number, Date, string] {
  const since = new Date(ctx.now.getTime() - monthMs)
  return [ctx.district.id, since, `${uuidv7(since).slice(0, 13)}-7000-8000-000000000000`]
}

export async function readHome(ctx: Context): Promise<ReturnsOf<typeof contract.readHome>> {
  const figures = await keptFor(ctx, 'matters.month', 60_000, async () =>
    ctx.db.row(countMonth, monthValues(ctx)),
  )
  const recent = await ctx.db.rows(listPublicDone, [ctx.district.id])
  return {
    districtName: await officeName(ctx),
    received: figures?.received ?? 0,
    settled: figures?.settled ?? 0,
    settledOnTime: figures?.on_time ?? 0,
    recent: await Promise.all(recent.map((row) => shapePublic(ctx, row))),
    demoDoors: ctx.demo ? await demoDoors(ctx) : [],
  }
}
