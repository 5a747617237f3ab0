import { useQuery } from '@tanstack/react-query'
import { call } from '#kernel/web/call.ts'
import { useLanguage } from '#kernel/web/language.ts'
import type { Problem } from '#kernel/web/problem.ts'
import type { Area } from '#modules/places/contract.ts'
import { listAreas, readArea } from '#modules/places/web/door.tsx'
import type { Post } from '../contract.ts'
import { listPosts } from '../web/routes.generated.ts'
import { rankOfRole } from './role-areas.ts'

/** More would not be readable on one sheet. */
export const cellsAtMost = 48

export type Board = {
  readonly area: Area
  /** Who answers for the area itself and for what it lies in, up to the community; nearest first. */
  readonly people: readonly Post[]
  /** What lies directly below, each with those who hold a post in it. */
  readonly below: readonly { area: Area; people: readonly Post[] }[]
  readonly belowCount: number
  /** When it was read, in milliseconds. */
  readonly checkedAt: number
}

// Above the community the numbers are those of offices, which do not belong on a stair.
const beyond: readonly Area['kind'][] = ['district', 'street']

/** Reads an area, then those above it as far as the community and the own posts reach. */
async function lineageOf(areaId: number): Promise<Area[]> {
  const lineage: Area[] = []
  let next: number | undefined = areaId
  while (next !== undefined) {
    const { area }: { area: Area } = await call(readArea, { params: { areaId: next } })
    if (lineage.length > 0 && beyond.includes(area.kind)) break
    lineage.push(area)
    const isOwnTop = (await call(listAreas, { query: {} })).items.some(({ id }) => id === area.id)
    next = isOwnTop ? undefined : area.parentId
  }
  return lineage
}

// A quarter has nobody of its own: its grids are looked after by these.
const ofTheGrids: readonly Post['role'][] = ['grid_leader', 'grid_worker']

/** A courtyard also shows who looks after its buildings, a quarter who looks after its grids; others only their own. */
async function cellOf(area: Area, posts: readonly Post[]): Promise<{ area: Area; people: readonly Post[] }> {
  if (area.kind === 'quarter') {
    const { items } = await call(listPosts, { query: { area: area.id } })
    const people = items.filter((post) => post.areaId === area.id || ofTheGrids.includes(post.role))
    return { area, people: people.toSorted((one, other) => one.areaId - other.areaId) }
  }
  const isNear = area.kind === 'micro_grid' || area.kind === 'building'
  if (!isNear || area.childCount === 0)
    return { area, people: posts.filter((post) => post.areaId === area.id) }
  return { area, people: (await call(listPosts, { query: { area: area.id } })).items }
}

async function boardOf(areaId: number): Promise<Board | undefined> {
  const lineage = await lineageOf(areaId)
  const [area, widest] = [lineage[0], lineage.at(-1)]
  if (!area || !widest) return undefined
  const [posts, children] = await Promise.all([
    call(listPosts, { query: { area: widest.id } }),
    call(listAreas, { query: { parent: areaId } }),
  ])
  const distance = (post: Post): number => lineage.findIndex(({ id }) => id === post.areaId)
  const people = posts.items
    .filter((post) => distance(post) >= 0)
    .toSorted(
      (one, other) => distance(one) - distance(other) || rankOfRole(one.role) - rankOfRole(other.role),
    )
  const shown = children.items.slice(0, cellsAtMost)
  const below = await Promise.all(shown.map((child) => cellOf(child, posts.items)))
  return { area, people, below, belowCount: children.items.length, checkedAt: Date.now() }
}

/** What the board of an area shows today. */
export function useBoard(areaId: number) {
  const language = useLanguage()
  return useQuery<Board | undefined, Problem>({
    queryKey: [listPosts.path, 'board', areaId, language],
    queryFn: () => boardOf(areaId),
  })
}
