import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { type AreaRow, findArea } from './queries.ts'

type Mentioned = { id: number; path: number[]; name: string }

const listMentioned = statement<Mentioned>(
  'places.list-mentioned',
  `select id, path, name from areas
   where district_id = $1 and valid_to is null and kind <> 'district' and strpos($2, name) > 0
   order by cardinality(path) limit 2000`,
)

const most = 300

/**
 * The finest area that a written address names for certain: the one of whose path most names occur in it. Where several are as
 * likely, what they all lie in; nothing where no name occurs. Reads all names of the district once.
 */
export async function areaInWords(ctx: Context, words: string): Promise<AreaRow | undefined> {
  const text = words.normalize('NFKC').slice(0, most)
  const rows = await ctx.db.rows(listMentioned, [ctx.district.id, text])
  const id = mostLikely(rows.filter((row) => standsAlone(text, row.name)))
  return id === undefined ? undefined : ctx.db.row(findArea, [ctx.district.id, id])
}

/** "1号楼" is not what "11号楼" says. */
const standsAlone = (text: string, name: string): boolean =>
  !/^[0-9]/.test(name) ||
  text.split(name).some((before, index, parts) => index < parts.length - 1 && !/[0-9]$/.test(before))

export function mostLikely(mentioned: readonly Mentioned[]): number | undefined {
  const named = new Set(mentioned.map((row) => row.id))
  const scored = mentioned.map((row) => ({ row, score: row.path.filter((id) => named.has(id)).length }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const likely = scored.filter(({ score }) => score === best).map(({ row }) => row)
  const [first, ...others] = likely
  if (!first) return undefined
  const shared = first.path.filter((id) => others.every((other) => other.path.includes(id)))
  // The district itself is what every area lies in: that says nothing.
  return shared.length > 1 ? shared.at(-1) : undefined
}
