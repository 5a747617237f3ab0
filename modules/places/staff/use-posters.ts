import { useEffect, useState } from 'react'
import { call } from '#kernel/web/call.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listPosts } from '#modules/people/web/door.ts'
import type { Poster } from '../contract.ts'
import { listPosters } from '../web/routes.generated.ts'

/** Whom to ask, as the wall says it. */
export type Worker = { readonly name: string; readonly workPhone: string }
export type Sheet = { readonly code: Poster; readonly worker: Worker | undefined }

type Loading = {
  readonly of: string
  readonly codes: readonly Poster[]
  /** As many as there are to come. */
  readonly all: number
  readonly isDone: boolean
  readonly problem?: Problem
}

/** Asks for the posters portion by portion, drawing what has come; the page stays quick with thousands. */
function useAllPosters(areaId: number) {
  const [round, setRound] = useState(0)
  const of = `${areaId} ${round}`
  const [loading, setLoading] = useState<Loading>({ of: '', codes: [], all: 0, isDone: false })
  useEffect(() => {
    let isWanted = true
    async function load(): Promise<void> {
      const codes: Poster[] = []
      let after: string | undefined
      do {
        const page = await call(listPosters, { params: { areaId }, query: { ...(after && { after }) } })
        if (!isWanted) return
        codes.push(...page.items)
        after = page.next
        setLoading({ of, codes: [...codes], all: page.inUse, isDone: after === undefined })
      } while (after)
    }
    load().catch((error: unknown) => {
      const problem = error instanceof Problem ? error : ownProblem('unreadable')
      if (isWanted) setLoading((before) => ({ ...before, of, problem }))
    })
    return () => {
      isWanted = false
    }
  }, [areaId, of])
  const current = loading.of === of ? loading : { of, codes: [], all: 0, isDone: false }
  return { ...current, again: () => setRound(round + 1) }
}

/**
 * The door codes to print, with the full-time worker of the grid each lies in.
 * @param tokens the chosen ones; all of the area when empty
 */
export function usePosters(areaId: number, tokens: readonly string[]) {
  const posters = useAllPosters(areaId)
  const posts = useStaffRoute(listPosts, { query: { area: areaId } })
  const workers = new Map(
    (posts.data?.items ?? [])
      .filter(({ role }) => role === 'grid_worker')
      .map(({ areaId: grid, holder, workPhone }) => [grid, { name: holder, workPhone }]),
  )
  const wanted = posters.codes.filter(({ token }) => tokens.length === 0 || tokens.includes(token))
  const sheets: Sheet[] = wanted.map((code) => ({
    code,
    worker: code.gridId === undefined ? undefined : workers.get(code.gridId),
  }))
  return {
    sheets,
    loaded: posters.codes.length,
    all: posters.all,
    isWaiting: !posters.isDone || posts.isPending,
    problem: posters.problem ?? posts.error ?? undefined,
    again: () => {
      posters.again()
      void posts.refetch()
    },
  }
}
