import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { call } from '#kernel/web/call.ts'
import { type Language, useLanguage } from '#kernel/web/language.ts'
import type { Problem } from '#kernel/web/problem.ts'
import type { Area } from '../contract.ts'
import { listAreas, readArea } from './routes.generated.ts'

/** An area in a tree drawn on screen. `below` is undefined until it has been opened and the answer has come. */
export type AreaBranch = {
  readonly area: Area
  readonly below?: readonly AreaBranch[]
  readonly problem?: Problem
}

/** Named like every other answer of the path, so that a write to areas renews it. */
function areasQuery(query: { parent?: number; on?: string }, language: Language) {
  return queryOptions<{ items: Area[] }, Problem>({
    queryKey: [listAreas.path, { query }, language],
    queryFn: () => call(listAreas, { query }),
  })
}

/**
 * The tree from the tops of the own posts down to what is open; asks for the children of each open area once.
 * @param on a day YYYY-MM-DD to see the tree of; today when absent
 */
export function useAreaTree(open: readonly number[], on?: string) {
  const language = useLanguage()
  const tops = useQuery(areasQuery({}, language))
  const asked = useQueries({
    queries: open.map((parent) => areasQuery({ parent, ...(on && { on }) }, language)),
  })
  const branchOf = (area: Area): AreaBranch => {
    const answer = asked[open.indexOf(area.id)]
    if (!answer?.data) return { area, ...(answer?.error && { problem: answer.error }) }
    return { area, below: answer.data.items.map(branchOf) }
  }
  const again = (id: number) => void asked[open.indexOf(id)]?.refetch()
  return { tops, branches: (tops.data?.items ?? []).map(branchOf), again }
}

/** The numbers of the areas above one, widest first, as far up as the own posts reach; to open a tree (of a day) down to it. */
export function useAreasAbove(areaId: number | undefined, on?: string): readonly number[] {
  const language = useLanguage()
  const above = useQuery({
    queryKey: [listAreas.path, areaId, 'above', on, language],
    enabled: areaId !== undefined,
    queryFn: async () => {
      const tops = (await call(listAreas, { query: {} })).items.map((area) => area.id)
      const found: number[] = []
      let current = areaId
      while (current !== undefined && !tops.includes(current)) {
        const { area }: { area: Area } = await call(readArea, {
          params: { areaId: current },
          query: { ...(on && { on }) },
        })
        current = area.parentId
        if (current !== undefined) found.unshift(current)
      }
      return found
    },
  })
  return above.data ?? []
}
