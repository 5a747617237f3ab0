import type { BodyOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { keptFor } from '#kernel/server/kept.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { photosOf } from '#modules/files/server/door.ts'
import { contactsOf } from '#modules/people/server/door.ts'
import { areaOfDoor, demoDoors, reachedArea } from '#modules/places/server/door.ts'
import type * as contract from '../contract.ts'
import type { PublicMatter, Receipt } from '../contract.ts'
import { houseRules } from './house-rules.ts'
import {
  countMonth,
  listPublicDone,
  listPublicOpen,
  type PublicRow,
  type SummaryRow,
} from './list-queries.ts'
import { summaryOf } from './list-matters.ts'
import { namesOf } from './people-names.ts'
import { prepare, receive, take } from './receive.ts'
import { holderName, receiptFrom, subjectName } from './receipt.ts'

/** What the code on a door opens, in one answer: the page needs nothing else. */
export async function openDoor(ctx: Context, token: string): Promise<ReturnsOf<typeof contract.openDoor>> {
  const area = await areaOfDoor(ctx, token)
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  // A building's page shows what is open in it and in the court around it, not all of the grid.
  const near = area.path.filter(
    (id) => id !== area.grid_id && id !== area.community_id && id !== area.street_id,
  )
  const open = await ctx.db.rows(listPublicOpen, [ctx.district.id, near.slice(1)])
  return {
    districtName: ctx.district.name,
    place: { areaId: area.id, name: area.name, pathNames: area.path_names, facility: area.facility },
    groups: rules.groups,
    contacts: await contactsOf(ctx, area.id),
    open: await Promise.all(open.map((row) => shapePublic(ctx, row))),
  }
}

/** A resident's report from a door. */
export async function sendReport(ctx: Context, body: BodyOf<typeof contract.sendReport>): Promise<Receipt> {
  const place = await areaOfDoor(ctx, body.door)
  const prepared = await prepare(ctx, {
    place,
    doorToken: place.token,
    channel: 'qr',
    subject: body.subject,
    words: body.words,
    photoIds: body.photoIds,
    contactName: body.contactName,
    contactPhone: body.contactPhone,
    isPrivate: body.isPrivate ?? false,
  })
  // All that the receipt tells is read before the number is taken: reports do not wait for each other's receipts.
  const around = {
    place,
    photos: await photosOf(ctx, body.photoIds),
    names: await namesOf(ctx, [prepared.target.handler_id]),
    holderName: await holderName(ctx, prepared.target),
  }
  const { matter, report, event } = await take(ctx, prepared)
  return receiptFrom(ctx, report, matter, { ...around, events: [event] })
}

/** A report taken down by staff, in an area of their post. */
export async function takeReport(ctx: Context, body: BodyOf<typeof contract.takeReport>) {
  const place = await reachedArea(ctx, 'matters.take', body.areaId)
  const { areaId: _areaId, ...said } = body
  const { matter, code } = await receive(ctx, { ...said, place, isPrivate: body.isPrivate ?? false })
  return { matter: await summaryOf(ctx, matter.id), code }
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
    districtName: ctx.district.name,
    received: figures?.received ?? 0,
    settled: figures?.settled ?? 0,
    settledOnTime: figures?.on_time ?? 0,
    recent: await Promise.all(recent.map((row) => shapePublic(ctx, row))),
    demoDoors: ctx.demo ? await demoDoors(ctx) : [],
  }
}

async function shapePublic(
  ctx: Context,
  row: SummaryRow & { outcome?: PublicRow['outcome'] },
): Promise<PublicMatter> {
  return {
    number: row.number,
    subject: await subjectName(ctx, row.subject),
    status: row.status,
    placeNames: row.place_names ?? [],
    receivedAt: row.received_at.toISOString(),
    statusAt: row.status_at.toISOString(),
    reportCount: row.report_count,
    ...(row.outcome && { outcome: row.outcome }),
  }
}
