import type { BodyOf, QueryOf } from '#kernel/contract/route.ts'
import { type Context, personId } from '#kernel/server/context.ts'
import {
  type listOwnNotices as ListOwnNotices,
  type markRead as MarkRead,
  type OwnNotice,
} from '../contract.ts'
import { cursorOf, placeOf } from './cursor.ts'
import { findKind, openWords, textOf } from './kinds.ts'
import * as queries from './own-queries.ts'

const usualLimit = 30

export async function listOwnNotices(ctx: Context, query: QueryOf<typeof ListOwnNotices>) {
  const limit = query.limit ?? usualLimit
  const [at, id] = placeOf(query.after, 2) ?? [null, null]
  const rows = await ctx.db.rows(queries.listOwn, [ctx.district.id, personId(ctx), at, id, limit + 1])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.flatMap((row) => shapeOwn(ctx, row, query.app ?? 'staff')),
    ...(rows.length > limit && last && { next: cursorOf(last.told_at.toISOString(), last.id) }),
  }
}

/** In the language of the screen, whatever the person chose for messages. */
function shapeOwn(ctx: Context, row: queries.OwnRow, app: 'staff' | 'work'): OwnNotice[] {
  const kind = findKind(row.kind)
  if (!kind) return []
  const read = { language: ctx.caller.language, timeZone: ctx.district.timeZone }
  const { text, written } = textOf(kind, openWords(ctx, row.words_sealed).params, read)
  const path = (app === 'work' ? (kind.workPath ?? kind.path) : kind.path)?.(written)
  return [
    {
      id: row.id,
      title: text.title,
      text: text.text,
      urgent: kind.urgent,
      toldAt: row.told_at.toISOString(),
      isRead: row.read_at !== null,
      ...(path && { path }),
    },
  ]
}

export async function countUnread(ctx: Context): Promise<{ count: number }> {
  const counted = await ctx.db.row(queries.countUnread, [ctx.district.id, personId(ctx)])
  return { count: counted?.n ?? 0 }
}

export async function markRead(ctx: Context, { ids }: BodyOf<typeof MarkRead>): Promise<{ count: number }> {
  const marked = await ctx.db.rows(queries.markRead, [ctx.district.id, personId(ctx), ids ?? null, ctx.now])
  return { count: marked.length }
}
