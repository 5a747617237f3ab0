import type { Context } from '#kernel/server/context.ts'
import { type FeedEntry, type MatterState, subjectName } from '#modules/matters/server/door.ts'
import { type AreaRow, findArea } from '#modules/places/server/door.ts'

type Told = { entry: FeedEntry; matter: MatterState; base: string }

/**
 * What a message says: which event of which matter, and how it stood then. Never what anybody said, and no person. The place
 * is told down to the building, of a matter that is not public down to its community only.
 */
export async function bodyOf(ctx: Context, { entry, matter, base }: Told): Promise<string> {
  const { key, zh, en } = await subjectName(ctx, matter.subject)
  const area = await ctx.db.row(findArea, [ctx.district.id, matter.place_id])
  const isPublic = matter.is_public && !matter.is_hidden
  const number = encodeURIComponent(matter.number)
  return JSON.stringify({
    type: `matter.${entry.kind}`,
    timestamp: entry.at.toISOString(),
    data: {
      number: matter.number,
      version: entry.seq,
      subject: { key, zh, en },
      status: matter.status,
      level: matter.level,
      outcome: matter.outcome,
      isPublic,
      place: area ? placeNames(area, isPublic) : [],
      reportCount: matter.report_count,
      receivedAt: matter.received_at.toISOString(),
      dueAt: matter.due_at.toISOString(),
      statusAt: matter.status_at.toISOString(),
      closedAt: matter.closed_at?.toISOString() ?? null,
      links: {
        staff: `${base}/staff/?number=${number}`,
        ...(isPublic && { open311: `${base}/open311/v2/requests/${number}.json` }),
      },
    },
  })
}

/** The names stand for the path without the district itself. Nothing finer than a building is told to others. */
function placeNames(area: AreaRow, isPublic: boolean): string[] {
  if (isPublic) return area.kind === 'unit' ? area.path_names.slice(0, -1) : area.path_names
  const community = area.community_id ?? area.street_id
  return area.path_names.slice(0, community === null ? 0 : area.path.indexOf(community))
}

/** A test: nothing happened to any matter. */
export const pingBody = (ctx: Context): string =>
  JSON.stringify({
    type: 'ping',
    timestamp: ctx.now.toISOString(),
    data: { district: ctx.district.name, words: '这是一条测试消息。/ This is a test message.' },
  })
