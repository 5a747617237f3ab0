import { statement } from '#kernel/server/database.ts'

export type NodeRow = { level: number; index: number; hash: Buffer }
export type HeadRow = {
  size: number
  root: Buffer
  published_at: Date
  signature: Buffer
  public_key: Buffer
}

export const countLeaves = statement<{ n: number }>(
  'transparency.count-leaves',
  'select coalesce(max(index) + 1, 0) as n from log_nodes where district_id = $1 and level = 0',
)
/** $2 levels, $3 indexes, one for one. */
export const listNodes = statement<NodeRow>(
  'transparency.list-nodes',
  `select n.level, n.index, n.hash from unnest($2::smallint[], $3::bigint[]) as wanted (level, index)
   join log_nodes n on n.district_id = $1 and n.level = wanted.level and n.index = wanted.index`,
)
export const insertNodes = statement(
  'transparency.insert-nodes',
  `insert into log_nodes (district_id, level, index, hash)
   select $1, level, index, hash from unnest($2::smallint[], $3::bigint[], $4::bytea[]) as n (level, index, hash)`,
)
export const listLeafNodes = statement<NodeRow>(
  'transparency.list-leaf-nodes',
  `select level, index, hash from log_nodes where district_id = $1 and level = 0 and index >= $2 and index < $3
   order by index limit $4`,
)
export const newestHead = statement<HeadRow>(
  'transparency.newest-head',
  `select size, root, published_at, signature, public_key from log_heads where district_id = $1 order by size desc limit 1`,
)
/** The first root that covers so many leaves. */
export const firstHeadOver = statement<HeadRow>(
  'transparency.first-head-over',
  `select size, root, published_at, signature, public_key from log_heads where district_id = $1 and size >= $2
   order by size limit 1`,
)
export const findHead = statement<HeadRow>(
  'transparency.find-head',
  'select size, root, published_at, signature, public_key from log_heads where district_id = $1 and size = $2',
)
export const listHeads = statement<HeadRow>(
  'transparency.list-heads',
  `select size, root, published_at, signature, public_key from log_heads where district_id = $1 and size < $2
   order by size desc limit $3`,
)
export const insertHead = statement(
  'transparency.insert-head',
  'insert into log_heads (district_id, size, root, published_at, signature, public_key) values ($1, $2, $3, $4, $5, $6)',
)
