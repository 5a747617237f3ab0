import { type SeedArea, seedAreas } from './areas.ts'
import { SEED_PEOPLE, type SeedRole } from './people.ts'

const areas = new Map(seedAreas().map((area) => [area.key, area]))

export function areaOf(key: string): SeedArea {
  const area = areas.get(key)
  if (!area) throw new RangeError(`No seed area ${key}.`)
  return area
}

export const buildingsUnder = (key: string): SeedArea[] =>
  [...areas.values()].filter((area) => area.kind === 'building' && chainOf(area.key).includes(key))

export const unitsOf = (building: string): SeedArea[] =>
  [...areas.values()].filter((area) => area.parent === building)

/** The area itself and everything above it, finest first. */
export function chainOf(key: string): string[] {
  const { parent } = areaOf(key)
  return parent === null ? [key] : [key, ...chainOf(parent)]
}

export function ancestor(key: string, kind: SeedArea['kind']): string | null {
  return chainOf(key).find((each) => areaOf(each).kind === kind) ?? null
}

const HANDLERS: readonly SeedRole[] = [
  'grid_worker',
  'grid_leader',
  'community_clerk',
  'community_secretary',
  'street_staff',
  'district_staff',
]

function holder(role: SeedRole, area: string): string | null {
  return (
    SEED_PEOPLE.find((person) => person.posts.some((post) => post.role === role && post.area === area))
      ?.login ?? null
  )
}

/** Who handles a matter of the place, starting at `from` and going up while nobody is on duty. */
export function onDuty(place: string, from: 'grid' | 'community' | 'street' = 'grid'): string {
  const chain = chainOf(place)
  const start = chain.findIndex((key) => areaOf(key).kind === from)
  for (const key of chain.slice(Math.max(0, start))) {
    for (const role of HANDLERS) {
      const login = holder(role, key)
      if (login) return login
    }
  }
  throw new RangeError(`Nobody is on duty for ${place}.`)
}

export const nameOf = (login: string): string =>
  SEED_PEOPLE.find((person) => person.login === login)?.name ?? login
