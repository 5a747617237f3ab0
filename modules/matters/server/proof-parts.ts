import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { receiptNotFound } from '../contract.ts'
import { canonical, type MatterEvent, saidOf } from './matter-events.ts'
import { findReportByCode, type ReportRow } from './queries.ts'
import { plainCode, saidInFull } from './receive.ts'

/** What shows that a report was received: its own words, and the event of the history that holds their fingerprint. */
export type ProofParts = {
  /** Where the event stands in the feed, from one; absent while it is not in order yet. */
  position: number | undefined
  /** SHA-256 over `previous` and then `text` is the event's hash. */
  event: { previous: Buffer; text: string; hash: Buffer }
  /** SHA-256 over `text` is `fingerprint`, which stands in the event. Without text once it was erased. */
  report: { text: string | undefined; fingerprint: Buffer }
}

const findReceipt = statement<MatterEvent & { prev_hash: Buffer; hash: Buffer; position: number | null }>(
  'matters.find-receipt-event',
  `select e.seq, e.kind, e.at, e.actor_kind, e.actor_id, e.actor_role, e.data, e.prev_hash, e.hash, f.position
   from matter_events e
   left join matter_feed f on f.district_id = e.district_id and f.matter_id = e.matter_id and f.seq = e.seq
   where e.district_id = $1 and e.matter_id = $2 and e.kind in ('received', 'joined') and e.data ->> 'report_id' = $3
   order by e.seq limit 1`,
)

/** @throws receiptNotFound */
export async function proofParts(ctx: Context, code: string): Promise<ProofParts> {
  const report = await ctx.db.row(findReportByCode, [ctx.district.id, plainCode(code)])
  const event = report && (await ctx.db.row(findReceipt, [ctx.district.id, report.matter_id, report.id]))
  if (!report || !event) throw receiptNotFound()
  const text = canonical(saidOf(ctx.district.id, report.matter_id, event))
  return {
    position: event.position ?? undefined,
    event: { previous: event.prev_hash, text, hash: event.hash },
    report: { text: report.erased_at ? undefined : wordsOf(report), fingerprint: report.fingerprint },
  }
}

const wordsOf = (report: ReportRow): string =>
  canonical(
    saidInFull(report.id, {
      subject: report.subject,
      words: report.words,
      photoIds: report.photo_ids,
      place: { id: report.place_id },
      voiceId: report.voice_id ?? undefined,
      answers: report.answers,
    }),
  )
