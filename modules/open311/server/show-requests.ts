import type { ProblemKind } from '#kernel/contract/problem.ts'
import type { ProtocolCall } from '#kernel/contract/protocol.ts'
import type { Context } from '#kernel/server/context.ts'
import { requestUnknown, statusWrong } from '../contract.ts'
import { refuseAny } from './failures.ts'
import { keyIn, type UsedKey } from './keys.ts'
import { askedIn, one, several, type Sent } from './parameters.ts'
import * as record from './record-queries.ts'
import { shapeRequests } from './request-shape.ts'
import { lately, type Page, pageOf, type Span, spanOf } from './spans.ts'
import type { List } from './spark.ts'

export type Shown = { body: List; total: number }

/** GET requests: the public record, and what a key's organisation holds. */
export async function listRequests(ctx: Context, call: ProtocolCall): Promise<Shown> {
  const sent = askedIn(call)
  const key = await keyIn(ctx, sent)
  const numbers = several(sent, 'service_request_id')
  if (numbers) {
    const rows = await numbered(ctx, key, numbers.slice(0, 1000))
    return { body: await shaped(ctx, sent, rows, key), total: rows.length }
  }
  const wanted = wantedIn(ctx, sent)
  const { rows, total } = await find(ctx, key, wanted)
  return { body: await shaped(ctx, sent, rows, key), total }
}

/** GET requests/{id}. @throws requestUnknown */
export async function readRequest(ctx: Context, call: ProtocolCall, number: string): Promise<Shown> {
  const sent = askedIn(call)
  const key = await keyIn(ctx, sent)
  const rows = await numbered(ctx, key, [number])
  if (rows.length === 0) throw requestUnknown()
  return { body: await shaped(ctx, sent, rows, key), total: 1 }
}

const numbered = (ctx: Context, key: UsedKey | undefined, numbers: readonly string[]) =>
  ctx.db.rows(record.listNumbered, [ctx.district.id, key?.organisation_id ?? null, numbers])

const shaped = (ctx: Context, sent: Sent, rows: record.RecordRow[], key: UsedKey | undefined) =>
  shapeRequests(ctx, rows, { key, extended: one(sent, 'extensions') === 'true' })

type Wanted = {
  subjects: string[] | null
  open: boolean | null
  received: Span
  updated: Span | undefined
  page: Page
}

function wantedIn(ctx: Context, sent: Sent): Wanted {
  const problems: ProblemKind[] = []
  const received = spanOf(sent, ['start_date', 'end_date'], problems)
  const updated = spanOf(sent, ['updated_after', 'updated_before'], problems)
  // Who asks what changed since yesterday also means requests that are older than 90 days.
  const ever = { from: new Date(0), until: ctx.now }
  const wanted = {
    subjects: several(sent, 'service_code') ?? null,
    open: openIn(sent, problems),
    received: received ?? (updated ? ever : lately(ctx.now)),
    updated,
    page: pageOf(sent, problems),
  }
  refuseAny(problems)
  return wanted
}

function openIn(sent: Sent, problems: ProblemKind[]): boolean | null {
  const statuses = several(sent, 'status')
  if (!statuses) return null
  if (statuses.some((status) => status !== 'open' && status !== 'closed')) problems.push(statusWrong)
  if (statuses.length > 1) return null
  return statuses[0] === 'open'
}

async function find(
  ctx: Context,
  key: UsedKey | undefined,
  { subjects, open, received, updated, page }: Wanted,
) {
  const [first, last] = [firstIdAt(received.from, '0'), firstIdAt(received.until, 'f')]
  const organisation = key?.organisation_id ?? null
  const values = [ctx.district.id, organisation, subjects, open, received.from, received.until, first, last]
  const also = updated ? [...values, updated.from, updated.until] : values
  const paged = [...also, page.limit, page.offset]
  const [rows, counted] = await Promise.all([
    ctx.db.rows(updated ? record.listUpdated : record.listReceived, paged),
    ctx.db.row(updated ? record.countUpdated : record.countReceived, also),
  ])
  return { rows, total: counted?.n ?? 0 }
}

/** The first or last id that can have been made in this millisecond: ids begin with the time. */
function firstIdAt(moment: Date, fill: '0' | 'f'): string {
  const hex = Math.min(Math.max(0, moment.getTime()), 0xffff_ffff_ffff).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-${fill.repeat(4)}-${fill.repeat(4)}-${fill.repeat(12)}`
}
