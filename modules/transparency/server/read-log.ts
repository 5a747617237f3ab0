import type { QueryOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { requestMalformed } from '#kernel/server/problems.ts'
import { proofParts } from '#modules/matters/server/door.ts'
import type * as contract from '../contract.ts'
import { type Head, headUnknown, notPublishedYet, type Proof } from '../contract.ts'
import { rangeHash } from './grow-log.ts'
import { publicKeyOf } from './log-key.ts'
import * as queries from './log-queries.ts'
import { wayUp } from '../way-up.ts'
import { wayOn } from './merkle-tree.ts'

const shapeHead = (ctx: Context, row: queries.HeadRow): Head => ({
  district: ctx.district.id,
  size: row.size,
  root: row.root.toString('hex'),
  publishedAt: row.published_at.toISOString(),
  signature: row.signature.toString('hex'),
})

export async function listHeads(ctx: Context, query: QueryOf<typeof contract.listHeads>) {
  const size = query.limit ?? 30
  const before = query.after ? Number(query.after) : Number.MAX_SAFE_INTEGER
  if (!Number.isSafeInteger(before)) throw requestMalformed({ field: 'after' })
  const rows = await ctx.db.rows(queries.listHeads, [ctx.district.id, before, size + 1])
  const shown = rows.slice(0, size)
  const last = rows.length > size ? shown.at(-1) : undefined
  return {
    publicKey: publicKeyOf(ctx),
    items: shown.map((row) => shapeHead(ctx, row)),
    ...(last && { next: String(last.size) }),
  }
}

/** The first published root that covers the report, and the way to it. @throws notPublishedYet */
export async function readProof(ctx: Context, code: string): Promise<Proof> {
  const { position, event, report } = await proofParts(ctx, code)
  const row = position && (await ctx.db.row(queries.firstHeadOver, [ctx.district.id, position]))
  if (!position || !row) throw notPublishedYet()
  const path = await hashesOf(ctx, wayUp(position - 1, row.size))
  return {
    format: 'yige-proof-1',
    report: {
      fingerprint: report.fingerprint.toString('hex'),
      ...(report.text !== undefined && { text: report.text }),
    },
    event: {
      previous: event.previous.toString('hex'),
      text: event.text,
      hash: event.hash.toString('hex'),
    },
    leaf: position - 1,
    path,
    head: shapeHead(ctx, row),
    publicKey: row.public_key.toString('hex'),
  }
}

async function hashesOf(ctx: Context, ranges: readonly { from: number; until: number }[]): Promise<string[]> {
  const hashes = await Promise.all(ranges.map(({ from, until }) => rangeHash(ctx, from, until)))
  return hashes.map((hash) => hash.toString('hex'))
}

export async function readGrowth(ctx: Context, { first, second }: { first: number; second: number }) {
  const [one, other] = await Promise.all([
    ctx.db.row(queries.findHead, [ctx.district.id, first]),
    ctx.db.row(queries.findHead, [ctx.district.id, second]),
  ])
  if (!one || !other || first > second) throw headUnknown()
  const path = await hashesOf(ctx, wayOn(first, second))
  return { first: shapeHead(ctx, one), second: shapeHead(ctx, other), path }
}

/** Only what a published root covers: what came since is not anybody's to see before the hour is over. */
export async function listLeaves(ctx: Context, query: QueryOf<typeof contract.listLeaves>) {
  const from = query.from ?? 0
  const head = await ctx.db.row(queries.newestHead, [ctx.district.id])
  const values = [ctx.district.id, from, head?.size ?? 0, query.limit ?? 1000]
  const rows = await ctx.db.rows(queries.listLeafNodes, values)
  return { from, leaves: rows.map((row) => row.hash.toString('hex')) }
}
