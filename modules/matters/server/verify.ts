import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { fold } from './fold.ts'
import { canonical, firstHash, hashOf, type MatterEvent, type MatterState } from './matter-events.ts'
import type { MatterRow, ReportRow } from './queries.ts'
import { fingerprintOf } from './receive.ts'
import { FiguresCheck } from './recount.ts'

export type Finding = { what: string; subject: string }
export type Verified = {
  matters: number
  events: number
  reports: number
  /** Lines of the kept figures that were compared. */
  figures: number
  findings: Finding[]
}

type Kept = { id: string; row: MatterRow; events: (MatterEvent & { prev_hash: Buffer; hash: Buffer })[] }

const page = statement<MatterRow>(
  'matters.verify-page',
  'select * from matters where district_id = $1 and id > $2 order by id limit 500',
)
const eventsOf = statement<MatterEvent & { matter_id: string; prev_hash: Buffer; hash: Buffer }>(
  'matters.verify-events',
  `select matter_id, seq, kind, at, actor_kind, actor_id, actor_role, data, prev_hash, hash
   from matter_events where district_id = $1 and matter_id = any ($2) order by matter_id, seq`,
)
const strayReports = statement<{ id: string }>(
  'matters.verify-reports',
  `select r.id from reports r where r.district_id = $1 and not exists (
     select 1 from matter_events e where e.district_id = r.district_id and e.matter_id = r.matter_id
       and e.kind in ('received', 'joined') and e.data ->> 'report_id' = r.id::text
       and e.data ->> 'fingerprint' = encode(r.fingerprint, 'hex'))
   limit 100`,
)
const reportsOf = statement<ReportRow>(
  'matters.verify-page-of-reports',
  `select id, matter_id, subject, place_id, words, photo_ids, fingerprint, voice_id, answers
   from reports where district_id = $1 and matter_id = any ($2)`,
)
const totals = statement<{ reports: number; counted: number; numbered: number }>(
  'matters.verify-totals',
  `select (select count(*)::int from reports where district_id = $1) as reports,
     (select coalesce(sum(value), 0)::int from counters where district_id = $1 and name like 'matters ____') as counted,
     (select count(*)::int from matters where district_id = $1) as numbered`,
)

/**
 * Recounts everything: each history hashes to what it says, each row is the fold of its events, each report stands in
 * a history with its fingerprint, no number was skipped or lost, and the kept figures are what a recount gives. Runs page by
 * page in one snapshot.
 */
export async function verifyMatters(
  ctx: Context,
  say: (checked: number) => void = () => undefined,
): Promise<Verified> {
  const result: Verified = { matters: 0, events: 0, reports: 0, figures: 0, findings: [] }
  const figures = new FiguresCheck(ctx, (what, subject) => void result.findings.push({ what, subject }))
  await figures.begin()
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await ctx.db.rows(page, [ctx.district.id, after])
    if (rows.length === 0) break
    const events = await ctx.db.rows(eventsOf, [ctx.district.id, rows.map((row) => row.id)])
    const byMatter = Map.groupBy(events, (event) => event.matter_id)
    const reports = await ctx.db.rows(reportsOf, [ctx.district.id, rows.map((row) => row.id)])
    checkReports(events, reports, result)
    for (const row of rows)
      check(ctx.district.id, { id: row.id, row, events: byMatter.get(row.id) ?? [] }, result)
    for (const row of rows) await figures.add(row)
    result.matters += rows.length
    result.events += events.length
    after = rows.at(-1)?.id ?? after
    say(result.matters)
  }
  await figures.end()
  result.figures = figures.compared
  for (const { id } of await ctx.db.rows(strayReports, [ctx.district.id])) {
    result.findings.push({ what: 'report-not-in-history', subject: id })
  }
  const sums = await ctx.db.row(totals, [ctx.district.id])
  result.reports = sums?.reports ?? 0
  if (sums && sums.counted !== sums.numbered) {
    result.findings.push({ what: 'numbers-missing', subject: `${sums.counted - sums.numbered}` })
  }
  return result
}

type Heard = Pick<
  ReportRow,
  'id' | 'subject' | 'words' | 'photo_ids' | 'place_id' | 'fingerprint' | 'voice_id' | 'answers'
>

/** What was said is what its fingerprint says, and every report of a history is there, or where it was merged or split to. */
function checkReports(events: readonly MatterEvent[], reports: readonly Heard[], result: Verified): void {
  const kept = new Set(reports.map((report) => report.id))
  const movedOn = new Set(
    events.flatMap((event) =>
      event.kind === 'merged' || event.kind === 'split' ? event.data.report_ids : [],
    ),
  )
  for (const event of events) {
    const told = event.kind === 'received' || event.kind === 'joined' ? event.data.report_id : undefined
    if (told && !kept.has(told) && !movedOn.has(told))
      result.findings.push({ what: 'report-missing', subject: told })
  }
  const erased = new Set(events.flatMap((event) => (event.kind === 'erased' ? [event.data.report_id] : [])))
  for (const { id, subject, words, photo_ids, place_id, fingerprint, voice_id, answers } of reports) {
    // What was erased at the reporter's wish can no longer be compared; that it was erased stands in the history.
    if (erased.has(id)) continue
    const said = { subject, words, photoIds: photo_ids, place: { id: place_id }, answers }
    if (!fingerprintOf(id, { ...said, voiceId: voice_id ?? undefined }).equals(fingerprint))
      result.findings.push({ what: 'report-changed', subject: id })
  }
}

function check(district: number, { id, row, events }: Kept, result: Verified): void {
  const found = (what: string): void => void result.findings.push({ what, subject: id })
  let prev: Buffer = firstHash
  for (const [position, event] of events.entries()) {
    if (event.seq !== position + 1) return found('event-missing')
    if (!event.prev_hash.equals(prev) || !hashOf(prev, district, id, event).equals(event.hash))
      return found('chain-broken')
    prev = event.hash
  }
  if (!row.last_hash.equals(prev)) return found('chain-end-differs')
  const state = fold(events)
  if (!state || difference(state, row)) found('fold-differs')
}

const plain = (value: unknown): string => canonical(JSON.parse(JSON.stringify(value ?? null)))

/** The first column in which the row is not what its events make it. */
function difference(state: MatterState, row: MatterRow): string | undefined {
  return Object.entries(state).find(
    ([key, value]) => plain(value) !== plain(row[key as keyof MatterRow]),
  )?.[0]
}
