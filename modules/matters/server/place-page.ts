import type { Context } from '#kernel/server/context.ts'
import { officeName } from '#modules/office/server/door.ts'
import { dayIn } from '#kernel/server/day.ts'
import { contactsOf } from '#modules/people/server/door.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import { type AreaRow, areaOfDoor, findArea } from '#modules/places/server/door.ts'
import { placeMissing, type PlacePage, type PublicMatter } from '../contract.ts'
import { consentVersion } from './consent.ts'
import { houseRules } from './house-rules.ts'
import { listPublicOpen, type PublicRow, type SummaryRow } from './list-queries.ts'
import { isOpen } from './matter-states.ts'
import { subjectName } from './receipt.ts'

/** What the code on a door opens, in one answer: the page needs nothing else. */
export async function openDoor(ctx: Context, token: string): Promise<PlacePage> {
  const area = await areaOfDoor(ctx, token)
  return pageOf(ctx, area, area.facility)
}

export async function openPlace(ctx: Context, areaId: number): Promise<PlacePage> {
  return pageOf(ctx, await placeSaid(ctx, { areaId }), '')
}

async function pageOf(ctx: Context, area: AreaRow, facility: string): Promise<PlacePage> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  // A building's page shows what is open in it and in the court around it, not all of the grid.
  const open = await ctx.db.rows(listPublicOpen, [ctx.district.id, around(area)])
  return {
    districtName: await officeName(ctx),
    place: {
      areaId: area.id,
      name: area.name,
      pathNames: area.path_names,
      facility,
      ...(area.community_id && { communityId: area.community_id }),
    },
    groups: rules.groups.filter((group) => !group.isForOffices),
    contacts: await contactsOf(ctx, area.id),
    open: await Promise.all(open.map((row) => shapePublic(ctx, row))),
    consentVersion: await consentVersion(ctx),
  }
}

/** Where a report is about: the door that was scanned, or the area that was chosen. */
export async function placeSaid(
  ctx: Context,
  { door, areaId }: { door?: string; areaId?: number },
): Promise<AreaRow & { token?: string }> {
  if (door) return areaOfDoor(ctx, door)
  if (!areaId) throw placeMissing()
  const area = await ctx.db.row(findArea, [ctx.district.id, areaId])
  if (!area) throw areaNotFound()
  return area
}

/** The place itself and what it stands in, up to the quarter: not all of the grid. */
export const around = ({ path, grid_id, community_id, street_id }: AreaRow): number[] =>
  path.filter((id) => id !== grid_id && id !== community_id && id !== street_id).slice(1)

export async function shapePublic(
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
    dueAt: row.due_at.toISOString(),
    isOverdue: isOpen(row.status) && row.status !== 'answered' && row.due_at < ctx.now,
    reportCount: row.report_count,
    ...(row.outcome && { outcome: row.outcome }),
  }
}
