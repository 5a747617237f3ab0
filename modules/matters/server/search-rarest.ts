import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { keptFor } from '#kernel/server/kept.ts'

/** How often a piece stands in the newest documents; pieces that say where or what a matter is begin with @ and are left out. */
const countPieces = statement<{ piece: string; n: number }>(
  'matters.count-pieces',
  `select substr(piece, 3) as piece, count(*)::int as n from (
     select unnest(tsvector_to_array(document)) as piece from (
       select document from matter_search where district_id = $1 order by matter_id desc limit 1000) d) p
   where piece not like '__@%' group by 1 having count(*) > 1`,
)
const keptMs = 3_600_000

const frequencies = (ctx: Context): Promise<ReadonlyMap<string, number>> =>
  keptFor(ctx, 'matters.piece-frequencies', keptMs, async (inner) => {
    const rows = await inner.db.rows(countPieces, [inner.district.id])
    return new Map(rows.map(({ piece, n }) => [piece, n]))
  })

/** Long lists cost more to cut with each other than the few documents cost to be read that two short ones leave. */
const enough = 2

/** The conditions to look for in the index: of plain pieces only the rarest, of the others all. The documents tell the rest. */
export async function rarest(ctx: Context, all: readonly string[][]): Promise<string[][]> {
  const isPlain = ([piece = '', ...others]: string[]): boolean =>
    others.length === 0 && !piece.startsWith('@')
  const plain = all.filter(isPlain)
  if (plain.length <= enough) return [...all]
  const often = await frequencies(ctx)
  const count = ([piece = '']: string[]): number => often.get(piece) ?? 0
  const chosen = new Set(plain.toSorted((one, other) => count(one) - count(other)).slice(0, enough))
  return all.filter((each) => !isPlain(each) || chosen.has(each))
}
