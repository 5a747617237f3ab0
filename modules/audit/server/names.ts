import type { Context } from '#kernel/server/context.ts'
import { findAreaNames, findNames } from './queries.ts'
import type { EntryRow } from './queries.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What the ids in some entries are called. */
export type Names = {
  account(id: string | null): { name: string; login: string } | undefined
  area(id: number): string | undefined
  /** The subject's own name; a number stands for an area. */
  subject(entry: EntryRow): string | undefined
  /** The ids that stand in the details, with their names. */
  inDetails: { id: string; name: string }[]
}

/** Fields of the details that hold the number of an area. */
export const areaFields = new Set(['areaId', 'parentId', 'gridId', 'communityId'])

export async function namesIn(ctx: Context, entries: readonly EntryRow[]): Promise<Names> {
  const [ids, areas] = [new Set<string>(), new Set<number>()]
  const mentioned = new Set<string>()
  for (const entry of entries) {
    if (entry.actor_id) ids.add(entry.actor_id)
    if (uuid.test(entry.subject)) ids.add(entry.subject)
    if (isArea(entry)) areas.add(Number(entry.subject))
    for (const role of entry.roles) areas.add(areaOf(role))
    for (const [field, value] of leaves(entry.details)) {
      if (typeof value === 'string' && uuid.test(value)) mentioned.add(value)
      if (typeof value === 'number' && areaFields.has(field)) areas.add(value)
    }
  }
  const [found, foundAreas] = await Promise.all([
    ctx.db.rows(findNames, [ctx.district.id, [...ids, ...mentioned]]),
    ctx.db.rows(findAreaNames, [ctx.district.id, [...areas].filter(isNumber)]),
  ])
  const known = new Map(found.map((row) => [row.id, row]))
  const places = new Map(foundAreas.map((row) => [row.id, row.name]))
  return {
    account(id) {
      const row = id === null ? undefined : known.get(id)
      return row?.login ? { name: row.name, login: row.login } : undefined
    },
    area: (id) => places.get(id),
    subject: (entry) => (isArea(entry) ? places.get(Number(entry.subject)) : known.get(entry.subject)?.name),
    inDetails: [
      ...found.filter((row) => mentioned.has(row.id)).map(({ id, name }) => ({ id, name })),
      // Marked, or every other number would be taken for an area.
      ...foundAreas.map(({ id, name }) => ({ id: `area:${id}`, name })),
    ],
  }
}

const isNumber = (id: number): boolean => Number.isInteger(id) && id > 0 && id <= 2_147_483_647

const isArea = ({ subject }: EntryRow): boolean => /^\d{1,10}$/.test(subject) && isNumber(Number(subject))

/** `grid_worker@12` is the role in area 12. */
export const areaOf = (role: string): number => Number(role.slice(role.lastIndexOf('@') + 1))
export const roleOf = (role: string): string => role.slice(0, role.lastIndexOf('@'))

/** Every value of the details with the name of its field, however deep. */
function* leaves(value: unknown, field = ''): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) yield [field, value]
  else if (Array.isArray(value)) for (const each of value) yield* leaves(each, field)
  else for (const [name, each] of Object.entries(value)) yield* leaves(each, name)
}
