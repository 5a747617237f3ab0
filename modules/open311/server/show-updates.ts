import type { ProblemKind } from '#kernel/contract/problem.ts'
import type { ProtocolCall } from '#kernel/contract/protocol.ts'
import type { Context } from '#kernel/server/context.ts'
import { refuseAny } from './failures.ts'
import { keyIn } from './keys.ts'
import { askedIn } from './parameters.ts'
import { countUpdates, listUpdates } from './record-queries.ts'
import { wordsOfTalk } from './request-shape.ts'
import { servicesOf } from './services.ts'
import type { Shown } from './show-requests.ts'
import { lately, pageOf, spanOf } from './spans.ts'
import { list } from './spark.ts'
import { exactStatusOf, statusOf } from './update-status.ts'

/** Stays the same for ever: which event of which matter it is. */
export const updateIdOf = ({ number, seq }: { number: string; seq: number }): string => `${number}-u${seq}`

/** GET servicerequestupdates: what happened to public requests in a span, in its order. */
export async function showUpdates(ctx: Context, call: ProtocolCall): Promise<Shown> {
  const sent = askedIn(call)
  const key = await keyIn(ctx, sent)
  const problems: ProblemKind[] = []
  const span = spanOf(sent, ['start_date', 'end_date'], problems) ?? lately(ctx.now)
  const page = pageOf(sent, problems)
  refuseAny(problems)
  const values = [ctx.district.id, key?.organisation_id ?? null, span.from, span.until]
  const [rows, counted, services] = await Promise.all([
    ctx.db.rows(listUpdates, [...values, page.limit, page.offset]),
    ctx.db.row(countUpdates, values),
    servicesOf(ctx),
  ])
  const known = new Map(services.map((service) => [service.key, service]))
  const updates = rows.map((row) => ({
    update_id: updateIdOf(row),
    service_request_id: row.number,
    status: statusOf(row),
    external_status_code: exactStatusOf(row),
    description: wordsOfTalk(ctx, row, known),
    updated_datetime: row.at.toISOString(),
    // Photos of the handling are shown to the reporters only; there are no public ones.
    media_url: null,
  }))
  return { body: list('request_update', updates), total: counted?.n ?? 0 }
}
