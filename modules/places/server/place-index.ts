import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import type { PersonalData } from '#kernel/server/personal-data.ts'
import { type AreaKind, areaKinds, areaNotFound, type Place } from '../contract.ts'
import { byName } from './name-order.ts'
import { rankOf } from './pinyin-match.ts'
import { areasStamp } from './queries.ts'

type Row = {
  id: number
  kind: AreaKind
  name: string
  parent_id: number | null
  lon: number | null
  lat: number | null
}
type Known = Row & { names: string[]; kinds: AreaKind[]; below: Known[] }
type Index = { stamp: string; byId: ReadonlyMap<number, Known>; root: Known | undefined }

const listAll = statement<Row>(
  'places.list-all',
  `select id, kind, name, parent_id, lon, lat from areas where district_id = $1 and valid_to is null
   order by cardinality(path)`,
)

// Kept in the process: a district is some ten thousand names, and each letter typed asks again. The stamp is asked anew each time.
const indexes = new WeakMap<PersonalData, Map<number, Index>>()

async function indexOf(ctx: Context): Promise<Index> {
  const kept = indexes.get(ctx.personalData) ?? new Map<number, Index>()
  indexes.set(ctx.personalData, kept)
  const stamp = (await ctx.db.row(areasStamp, [ctx.district.id]))?.stamp ?? ''
  const known = kept.get(ctx.district.id)
  if (known?.stamp === stamp) return known
  const made = build(stamp, await ctx.db.rows(listAll, [ctx.district.id]))
  kept.set(ctx.district.id, made)
  return made
}

function build(stamp: string, rows: readonly Row[]): Index {
  const byId = new Map<number, Known>()
  let root: Known | undefined
  for (const row of rows) {
    const parent = row.parent_id === null ? undefined : byId.get(row.parent_id)
    const names = row.kind === 'district' ? [] : [...(parent?.names ?? []), row.name]
    const kinds = row.kind === 'district' ? [] : [...(parent?.kinds ?? []), row.kind]
    const known = { ...row, names, kinds, below: [] }
    byId.set(row.id, known)
    parent?.below.push(known)
    if (row.kind === 'district') root = known
  }
  return { stamp, byId, root }
}

const isWork = (kind: AreaKind | undefined): boolean => kind === 'grid' || kind === 'micro_grid'

/** Grids and micro-grids are how the work is divided: residents look through them, unless nothing lies in them. */
const seenBelow = (area: Known): Known[] =>
  area.below.flatMap((each) => {
    const through = isWork(each.kind) ? seenBelow(each) : []
    return through.length > 0 ? through : [each]
  })

const shapePlace = (area: Known): Place => ({
  areaId: area.id,
  kind: area.kind,
  name: area.name,
  pathNames: area.names,
  inside: seenBelow(area).length,
  ...(area.lon !== null && area.lat !== null && { point: { lon: area.lon, lat: area.lat } }),
})

const shownAtMost = 500

/** The places a resident sees in one; at the top, those of the whole district. */
export async function listPlaces(ctx: Context, parent: number | undefined) {
  const { byId, root } = await indexOf(ctx)
  const at = parent === undefined ? root : byId.get(parent)
  if (!at) {
    if (parent === undefined) return { items: [] }
    throw areaNotFound()
  }
  const items = seenBelow(at).toSorted(byName).slice(0, shownAtMost).map(shapePlace)
  return { items, ...(at !== root && { at: shapePlace(at) }) }
}

const foundAtMost = 20

/** Places by name, pinyin or initials: fewest names left out first, then the wider, then the shorter. */
export async function searchPlaces(ctx: Context, q: string) {
  const typed = q
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s/·.,，。'-]/g, '')
  if (typed === '') return { items: [] }
  const { byId } = await indexOf(ctx)
  const found: { area: Known; rank: number }[] = []
  for (const area of byId.values()) {
    if (area.kind === 'district') continue
    const rank = rankOf(area.names, typed, (index) => isWork(area.kinds[index]))
    if (rank !== undefined) found.push({ area, rank })
  }
  const items = found
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        Number(isWork(a.area.kind)) - Number(isWork(b.area.kind)) ||
        areaKinds.indexOf(a.area.kind) - areaKinds.indexOf(b.area.kind) ||
        a.area.name.length - b.area.name.length ||
        byName(a.area, b.area),
    )
    .slice(0, foundAtMost)
    .map(({ area }) => shapePlace(area))
  return { items }
}
