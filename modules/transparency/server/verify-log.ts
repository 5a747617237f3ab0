import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { type FeedEntry, readFeed } from '#modules/matters/server/door.ts'
import { headHolds } from './log-key.ts'
import type { HeadRow } from './log-queries.ts'
import { foldRange, leafHash, nodeHash } from './merkle-tree.ts'

type Finding = { what: string; subject: string }

const allHeads = statement<HeadRow>(
  'transparency.all-heads',
  'select size, root, published_at, signature, public_key from log_heads where district_id = $1 order by size',
)
const unfed = statement<{ matter_id: string; seq: number }>(
  'transparency.unfed-events',
  `select e.matter_id, e.seq from matter_events e where e.district_id = $1
     and not exists (select 1 from matter_feed f
       where f.district_id = e.district_id and f.matter_id = e.matter_id and f.seq = e.seq and f.hash = e.hash)
     and not exists (select 1 from matter_changes c
       where c.district_id = e.district_id and c.matter_id = e.matter_id and c.seq = e.seq)
   limit 100`,
)

/**
 * Computes every published root anew from the events as they are, without the stored nodes, and checks its signature; and that
 * every event stands in the feed, or is on its way into it. Memory stays flat: only the right edge of the tree is held.
 */
export async function verifyLog(
  ctx: Context,
): Promise<{ heads: number; leaves: number; findings: Finding[] }> {
  const findings: Finding[] = []
  const heads = await ctx.db.rows(allHeads, [ctx.district.id])
  const edge = new Edge()
  for (const head of heads) {
    await growTo(ctx, edge, head.size, findings)
    if (edge.size !== head.size || !edge.root().equals(head.root))
      findings.push({ what: 'log-root-differs', subject: String(head.size) })
    const shown = {
      district: ctx.district.id,
      size: head.size,
      root: head.root.toString('hex'),
      publishedAt: head.published_at.toISOString(),
      signature: head.signature.toString('hex'),
    }
    if (!headHolds(shown, head.public_key.toString('hex')))
      findings.push({ what: 'log-signature-wrong', subject: String(head.size) })
  }
  for (const { matter_id, seq } of await ctx.db.rows(unfed, [ctx.district.id]))
    findings.push({ what: 'event-not-in-log', subject: `${matter_id} ${seq}` })
  return { heads: heads.length, leaves: edge.size, findings }
}

async function growTo(ctx: Context, edge: Edge, size: number, findings: Finding[]): Promise<void> {
  while (edge.size < size) {
    const entries: FeedEntry[] = await readFeed(ctx, edge.size, Math.min(2_000, size - edge.size))
    if (entries.length === 0) return
    for (const { position, hash } of entries) {
      if (position !== edge.size + 1) {
        findings.push({ what: 'log-gap', subject: String(edge.size + 1) })
        return
      }
      edge.add(hash)
    }
  }
}

/** The whole subtrees of a growing tree, left to right: as many as the count of leaves has binary ones. */
class Edge {
  size = 0
  readonly #hashes: Buffer[] = []

  add(eventHash: Buffer): void {
    let node = leafHash(eventHash)
    for (let at = this.size; at % 2 === 1; at = (at - 1) / 2)
      node = nodeHash(this.#hashes.pop() ?? node, node)
    this.#hashes.push(node)
    this.size += 1
  }

  root(): Buffer {
    return foldRange(this.#hashes)
  }
}
