import type { BodyOf, QueryOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { keptFor } from '#kernel/server/kept.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { photosOf } from '#modules/files/server/door.ts'
import { contactsOf } from '#modules/people/server/door.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import { type AreaRow, areaOfDoor, demoDoors, findArea, reachedArea } from '#modules/places/server/door.ts'
import type * as contract from '../contract.ts'
import { joinRefused, placeMissing, type PublicMatter, type Receipt } from '../contract.ts'
import { answersTo } from './answers.ts'
import { join } from './join.ts'
import { loopRules } from './loop-rules.ts'
import { isOpen } from './matter-states.ts'
import { findMatter, findMatterByNumber } from './queries.ts'
import { houseRules } from './house-rules.ts'
import {
  countMonth,
  listAlike,
  listPublicDone,
  listPublicOpen,
  type PublicRow,
  type SummaryRow,
} from './list-queries.ts'
import { summaryOf } from './list-matters.ts'
import { namesOf } from './people-names.ts'
import { prepare, receive, type Said, take } from './receive.ts'
import { holderName, receiptFrom, receiptOf, subjectName } from './receipt.ts'

/** What the code on a door opens, in one answer: the page needs nothing else. */
export async function openDoor(ctx: Context, token: string): Promise<ReturnsOf<typeof contract.openDoor>> {
  const area = await areaOfDoor(ctx, token)
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  // A building's page shows what is open in it and in the court around it, not all of the grid.
  const open = await ctx.db.rows(listPublicOpen, [ctx.district.id, around(area)])
  return {
    districtName: ctx.district.name,
    place: { areaId: area.id, name: area.name, pathNames: area.path_names, facility: area.facility },
    groups: rules.groups,
    contacts: await contactsOf(ctx, area.id),
    open: await Promise.all(open.map((row) => shapePublic(ctx, row))),
  }
}

/** Where a report is about: the door that was scanned, or the area that was chosen. */
async function placeSaid(
  ctx: Context,
  { door, areaId }: { door?: string; areaId?: number },
): Promise<AreaRow & { token?: string }> {
  if (door) return areaOfDoor(ctx, door)
  if (!areaId) throw placeMissing()
  const area = await ctx.db.row(findArea, [ctx.district.id, areaId])
  if (!area) throw areaNotFound()
  return area
}

/** A neighbour says the same: a report of their own on the open matter, with a receipt of its own. */
async function sendJoining(ctx: Context, said: Said, number: string): Promise<Receipt> {
  const found = await ctx.db.row(findMatterByNumber, [ctx.district.id, number])
  const open = found && (await ctx.db.row(findMatter, [ctx.district.id, found.id]))
  const near = open && said.place.path.some((id) => id === open.place_id || id === open.grid_id)
  if (!open || !near || !open.is_public || open.is_hidden || !isOpen(open.status)) throw joinRefused()
  const { matter, report } = await join(ctx, open.id, said)
  return receiptOf(ctx, report, matter)
}

/** A resident's report, from a door or from anywhere. */
export async function sendReport(ctx: Context, body: BodyOf<typeof contract.sendReport>): Promise<Receipt> {
  const place = await placeSaid(ctx, body)
  const { door: _door, areaId: _areaId, joins, ...told } = body
  const said: Said = {
    ...told,
    place,
    doorToken: body.door && place.token,
    channel: body.door ? 'qr' : 'web',
    isPrivate: body.isPrivate ?? false,
    answers: await answersTo(ctx, body.subject, body.answers ?? {}),
  }
  if (joins) return sendJoining(ctx, said, joins)
  const prepared = await prepare(ctx, said)
  // All that the receipt tells is read before the number is taken: reports do not wait for each other's receipts.
  const around = {
    place,
    photos: await photosOf(ctx, body.photoIds),
    subjects: new Map(),
    additions: new Map(),
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

const dayMs = 24 * 3600_000

/** What neighbours reported on the same kind of thing, in the building and the court around it, the newest first. */
export async function listLikely(ctx: Context, query: QueryOf<typeof contract.listLikely>) {
  const place = await placeSaid(ctx, query)
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const { joinDays } = await readSetting(ctx, loopRules)
  const group = rules.subjects.get(query.subject)?.group
  const alike = [...rules.subjects.values()].filter((each) => each.group === group).map((each) => each.key)
  const since = new Date(ctx.now.getTime() - joinDays * dayMs)
  const rows = await ctx.db.rows(listAlike, [
    ctx.district.id,
    around(place),
    [query.subject, ...alike],
    query.subject,
    since,
  ])
  return { items: await Promise.all(rows.map((row) => shapePublic(ctx, row))) }
}

/** The place itself and what it stands in, up to the court: not all of the grid. */
const around = ({ path, grid_id, community_id, street_id }: AreaRow): number[] =>
  path.filter((id) => id !== grid_id && id !== community_id && id !== street_id).slice(1)

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
