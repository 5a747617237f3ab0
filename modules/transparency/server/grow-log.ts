import type { Context } from '#kernel/server/context.ts'
import { job } from '#kernel/server/job-kind.ts'
import { readFeed } from '#modules/matters/server/door.ts'
import { foldRange, leafHash, nodeHash, wholeSubtrees } from './merkle-tree.ts'
import * as queries from './log-queries.ts'
import { publicKeyOf, signHead } from './log-key.ts'

const portion = 2_000

/** Every hour: all events since the last root become leaves, and the new root is signed and published. */
const publish = job<object>({
  name: 'transparency.publish',
  cron: '0 * * * *',
  run: (ctx) => publishHead(ctx),
})
export const jobs = [publish]

/** Takes in what the feed holds and publishes the root; says nothing new when nothing happened. */
export async function publishHead(ctx: Context): Promise<void> {
  let size = (await ctx.db.row(queries.countLeaves, [ctx.district.id]))?.n ?? 0
  for (let more = true; more;) {
    const grown = await takeIn(ctx, size)
    more = grown - size === portion
    size = grown
  }
  const newest = await ctx.db.row(queries.newestHead, [ctx.district.id])
  if (size === 0 || newest?.size === size) return
  const root = await rangeHash(ctx, 0, size)
  const publishedAt = ctx.now.toISOString()
  const head = { district: ctx.district.id, size, root: root.toString('hex'), publishedAt }
  await ctx.db.rows(queries.insertHead, [
    ctx.district.id,
    size,
    root,
    ctx.now,
    signHead(ctx, head),
    Buffer.from(publicKeyOf(ctx), 'hex'),
  ])
  ctx.audit('transparency.published', String(size), { root: head.root })
}

/** Adds the next events as leaves with every subtree that they complete. Returns the new count of leaves. */
async function takeIn(ctx: Context, size: number): Promise<number> {
  const entries = await readFeed(ctx, size, portion)
  if (entries.length === 0) return size
  const edge = await nodesAt(ctx, wholeSubtrees(0, size))
  const known = new Map(edge.map((node) => [`${node.level}.${node.index}`, node.hash]))
  const made: queries.NodeRow[] = []
  const keep = (level: number, index: number, hash: Buffer): void => {
    known.set(`${level}.${index}`, hash)
    made.push({ level, index, hash })
  }
  for (const { position, hash } of entries) {
    let index = position - 1
    let node = leafHash(hash)
    keep(0, index, node)
    for (let level = 0; index % 2 === 1; level += 1) {
      const left = known.get(`${level}.${index - 1}`)
      if (!left) throw new Error(`the log lacks node ${level}.${index - 1}`)
      node = nodeHash(left, node)
      index = (index - 1) / 2
      keep(level + 1, index, node)
    }
  }
  await ctx.db.rows(queries.insertNodes, [
    ctx.district.id,
    made.map((node) => node.level),
    made.map((node) => node.index),
    made.map((node) => node.hash),
  ])
  return size + entries.length
}

type Wanted = readonly { level: number; index: number }[]

/** The stored nodes in the order asked for. @throws Error when one is missing: the log was tampered with. */
async function nodesAt(ctx: Context, wanted: Wanted): Promise<queries.NodeRow[]> {
  if (wanted.length === 0) return []
  const rows = await ctx.db.rows(queries.listNodes, [
    ctx.district.id,
    wanted.map((node) => node.level),
    wanted.map((node) => node.index),
  ])
  const found = new Map(rows.map((row) => [`${row.level}.${row.index}`, row]))
  return wanted.map((node) => {
    const row = found.get(`${node.level}.${node.index}`)
    if (!row) throw new Error(`the log lacks node ${node.level}.${node.index}`)
    return row
  })
}

/** The hash over a range of leaves, from its whole subtrees. */
export async function rangeHash(ctx: Context, from: number, until: number): Promise<Buffer> {
  const nodes = await nodesAt(ctx, wholeSubtrees(from, until))
  return foldRange(nodes.map((node) => node.hash))
}
