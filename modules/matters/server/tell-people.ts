import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { job } from '#kernel/server/job-kind.ts'
import { tell } from '#modules/notices/server/door.ts'
import { findArea } from '#modules/places/server/door.ts'
import type { Channel, EventKind } from '../contract.ts'
import { openedContact } from './contact.ts'
import { type FeedEntry, followFeed } from './follow-feed.ts'
import type { MatterEvent } from './matter-events.ts'
import * as kinds from './notice-kinds.ts'
import { findMatter, listReports, type MatterRow, type ReportRow } from './queries.ts'
import { subjectName } from './receipt.ts'

const dayMs = 24 * 3600_000

const findEvent = statement<MatterEvent>(
  'matters.find-event',
  `select seq, kind, at, actor_kind, actor_id, actor_role, data
   from matter_events where district_id = $1 and matter_id = $2 and seq = $3`,
)

/**
 * Tells people what happened to what is theirs. It follows the order of events, so no act waits for it, and what was rolled back
 * is never told. What is older than a day is no news: a name that begins to follow floods nobody.
 */
export async function tellPeople(ctx: Context, from: 'beginning' | 'now' = 'now'): Promise<void | 'more'> {
  return followFeed(ctx, 'notices', { limit: 200, from }, async (entries) => {
    for (const entry of entries) {
      const isNews = ctx.now.getTime() - entry.at.getTime() < dayMs
      if (isNews && toldKinds.has(entry.kind)) await tellOf(ctx, entry)
    }
  })
}

const telling = job<object>({ name: 'matters.tell-people', every: 2, run: (ctx) => tellPeople(ctx) })
export const tellingJobs = [telling]

type ColleagueKind = typeof kinds.given
type ReporterKind = typeof kinds.answered

/** What whoever has it in hand is told. */
const toHandler: Partial<Record<EventKind, ColleagueKind>> = {
  received: kinds.given,
  assigned: kinds.given,
  transferred: kinds.given,
  handed_up: kinds.given,
  decided: kinds.given,
  warned: kinds.dueSoon,
  late: kinds.overdue,
  instructed: kinds.instructed,
  urged: kinds.urged,
  replied: kinds.replied,
  reopened: kinds.reopened,
}

const toReporters: Partial<Record<EventKind, ReporterKind>> = {
  received: kinds.taken,
  answered: kinds.answered,
  asked: kinds.asked,
  returned: kinds.returned,
  extended: kinds.extended,
}

const toldKinds = new Set<string>(['raised', ...Object.keys(toHandler), ...Object.keys(toReporters)])

async function tellOf(ctx: Context, entry: FeedEntry): Promise<void> {
  const matter = await ctx.db.row(findMatter, [ctx.district.id, entry.matter_id])
  const event = await ctx.db.row(findEvent, [ctx.district.id, entry.matter_id, entry.seq])
  if (!matter || !event) return
  await tellColleagues(ctx, matter, event)
  await tellReporters(ctx, matter, event)
}

async function tellColleagues(ctx: Context, matter: MatterRow, event: MatterEvent): Promise<void> {
  const kind = event.kind === 'raised' ? kinds.raised : toHandler[event.kind]
  const account = event.kind === 'raised' ? event.data.supervisor_id : matter.handler_id
  // Nobody is told of what they did themselves.
  if (!kind || !account || account === event.actor_id) return
  const place = await ctx.db.row(findArea, [ctx.district.id, matter.place_id])
  const subject = await subjectName(ctx, matter.subject)
  tell(ctx, {
    to: { account },
    kind,
    params: {
      id: matter.id,
      number: matter.number,
      subject: { zh: subject.zh, en: subject.en },
      place: (place?.path_names ?? []).slice(-2).join(' '),
      due: matter.due_at,
    },
    ...named(matter, event),
  })
}

/** A report that a colleague took down: its reporter holds no receipt yet. */
const takenDown = new Set<Channel>(['phone', 'counter', 'visit', 'reception', 'petition', 'worker'])

async function tellReporters(ctx: Context, matter: MatterRow, event: MatterEvent): Promise<void> {
  const kind = toReporters[event.kind]
  if (!kind) return
  const reports = await ctx.db.rows(listReports, [ctx.district.id, matter.id])
  for (const report of reports) {
    if (event.kind === 'received' && !takenDown.has(report.channel)) continue
    tellReporter(ctx, { matter, report, kind, event })
  }
}

function tellReporter(
  ctx: Context,
  told: { matter: MatterRow; report: ReportRow; kind: ReporterKind; event: MatterEvent },
): void {
  const { matter, report, kind, event } = told
  if (report.withdrawn_at || report.erased_at || report.notice_way !== 'sms') return
  const { phone } = openedContact(ctx, report)
  // A telephone at home gets no message: somebody calls there.
  if (!phone || !/^1\d{10}$/.test(phone)) return
  tell(ctx, {
    to: { way: 'sms', address: phone, language: report.language },
    kind,
    params: { number: matter.number, code: report.query_code, due: matter.due_at },
    ...named(matter, event, report.id),
  })
}

/** Told once of each event, whatever happens to the job. */
const named = (matter: MatterRow, event: MatterEvent, reportId = '') => ({
  about: { thing: 'matter', id: matter.id, areaId: matter.area_id },
  key: [matter.id, event.seq, reportId].filter((part) => part !== '').join(':'),
})
