import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { statement } from '#kernel/server/database.ts'
import type { AreaKind } from '#modules/places/contract.ts'
import { houseRules } from './house-rules.ts'
import { spelled } from './spelled.ts'

type NameRow = { id: number; names: string[]; kinds: AreaKind[] }

const namesOfAreas = statement<NameRow>(
  'matters.names-of-areas',
  `select a.id, array_agg(p.name order by array_position(a.path, p.id)) as names,
     array_agg(p.kind order by array_position(a.path, p.id)) as kinds
   from areas a join areas p on p.district_id = a.district_id and p.id = any (a.path)
   where a.district_id = $1 and a.id = any ($2) group by a.id`,
)
const insertNames = statement(
  'matters.insert-search-names',
  `insert into matter_search_names (district_id, piece, area_id)
   select $1, piece, area_id from jsonb_to_recordset($2::jsonb) as n (piece text, area_id int)
   order by piece, area_id on conflict do nothing`,
)

/** Areas whose names were kept by this process: most matters come from places that had one before. */
const kept = new Set<string>()
const mostKept = 200_000
/** Levels of the office that nobody names when saying where something is. */
const unspoken: readonly AreaKind[] = ['district', 'street', 'grid']

/** Keeps how the names of the areas are spelled, so that they are found by pinyin. */
export async function keepNames(ctx: Context, areaIds: readonly number[]): Promise<void> {
  const fresh = [...new Set(areaIds)].filter((id) => !kept.has(`${ctx.district.id}:${id}`))
  if (fresh.length === 0) return
  const rows = await ctx.db.rows(namesOfAreas, [ctx.district.id, fresh])
  const pieces: { piece: string; area_id: number }[] = []
  for (const row of rows) {
    for (const piece of await spellings(row)) pieces.push({ piece, area_id: row.id })
  }
  await ctx.db.rows(insertNames, [ctx.district.id, JSON.stringify(pieces)])
  if (kept.size > mostKept) kept.clear()
  for (const id of fresh) kept.add(`${ctx.district.id}:${id}`)
}

/** As people say it: 3号楼, 滨河花园3号楼, 2号院3号楼, 滨河花园2号院3号楼; each by initials and in full. */
async function spellings({ names, kinds }: NameRow): Promise<Set<string>> {
  const own = names.at(-1) ?? ''
  const above = names.slice(0, -1).filter((_, index) => !unspoken.includes(kinds[index] ?? 'district'))
  const whole = [...above.slice(1), own].join('')
  const found = new Set<string>()
  for (const said of new Set([own, whole, ...above.map((each) => each + own)])) {
    const { initials, full } = await spelled(said)
    if (initials) found.add(initials)
    if (full) found.add(full.slice(0, 120))
  }
  return found
}

type Found = { area_id: number; name: string; path: number[] }

const findNames = statement<Found>(
  'matters.find-search-names',
  `select n.area_id, a.name, a.path from matter_search_names n
   join areas a on a.district_id = n.district_id and a.id = n.area_id
   where n.district_id = $1 and n.piece >= $2 and n.piece < $3 and a.path @> array[$4::int]
   group by n.area_id, a.name, a.path order by min(length(n.piece)), n.area_id limit 40`,
)

/** What a Latin word may stand for: places below an area and subjects, by initials or pinyin from the beginning. */
export async function namedBy(
  ctx: Context,
  letters: string,
  within: number,
): Promise<{ areas: Omit<Found, 'path'>[]; subjects: { key: string; name: string }[] }> {
  // '{' follows 'z': whatever begins with these letters lies between.
  const named = await ctx.db.rows(findNames, [ctx.district.id, letters, `${letters}{`, within])
  const ids = new Set(named.map(({ area_id }) => area_id))
  // What lies in a place that is named so itself is found with it.
  const areas = named.filter(({ area_id, path }) => path.every((id) => id === area_id || !ids.has(id)))
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const subjects: { key: string; name: string }[] = []
  for (const { key, zh } of rules.subjects.values()) {
    const { initials, full } = await spelled(zh)
    if (initials.startsWith(letters) || full.startsWith(letters)) subjects.push({ key, name: zh })
  }
  return { areas, subjects }
}
