import { useEffect, useState } from 'react'
import { call } from '#kernel/web/call.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { keepAhead, useKeptRoute } from '#kernel/web/use-kept-route.ts'
import type { MatterSummary } from '../contract.ts'
import { listMatters, readMatter } from '../web/routes.generated.ts'
import { keepTakingAhead } from './keep-taking-ahead.ts'
import { isRunning } from './time-left.tsx'

const AT_ONCE = 20
const AHEAD_AT_MOST = 12

export type TodayList = 'mine' | 'open'

type Further = { readonly items: readonly MatterSummary[]; readonly next: string | undefined }

/** Looks again when the connection returns or the phone is taken up again. */
export function useLookAgain(reload: () => void): void {
  useEffect(() => {
    const seen = () => {
      if (!document.hidden) reload()
    }
    addEventListener('online', reload)
    document.addEventListener('visibilitychange', seen)
    return () => {
      removeEventListener('online', reload)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [reload])
}

const keptAhead = new Map<string, string>()

/** Whole matters of the list, the own ones first, so that they open in a cellar too. */
async function keepMattersAhead(items: readonly MatterSummary[], accountId: string): Promise<void> {
  const isOwn = (matter: MatterSummary) => matter.handler?.id === accountId
  const running = items.filter(isRunning)
  const inTurn = [...running.filter(isOwn), ...running.filter((matter) => !isOwn(matter))]
  for (const { id, statusAt } of inTurn.slice(0, AHEAD_AT_MOST)) {
    if (keptAhead.get(id) === statusAt) continue
    await keepAhead(readMatter, { params: { matterId: id } })
    keptAhead.set(id, statusAt)
  }
}

/** The list of the day, a page at a time; its first page stays on the phone. */
export function useTodayList(list: TodayList, accountId: string | undefined) {
  const first = useKeptRoute(listMatters, { query: { list, limit: AT_ONCE } })
  const [further, setFurther] = useState<Further & { readonly of: unknown }>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const now = further?.of === first.data ? further : undefined
  const next = now ? now.next : first.data?.next

  useLookAgain(first.reload)
  const { data, offline } = first
  useEffect(() => {
    if (!data || !accountId || offline) return
    void keepMattersAhead(data.items, accountId)
      .then(keepTakingAhead)
      .catch(() => undefined) // Then they are simply not there without a connection.
  }, [data, offline, accountId])

  async function more() {
    if (next === undefined) return
    setBusy(true)
    setProblem(undefined)
    try {
      const page = await call(listMatters, { query: { list, limit: AT_ONCE, after: next } })
      setFurther({ of: first.data, items: [...(now?.items ?? []), ...page.items], next: page.next })
    } catch (error) {
      setProblem(error instanceof Problem ? error : ownProblem('unreadable'))
    } finally {
      setBusy(false)
    }
  }

  return { first, further: now?.items ?? [], more: { given: next !== undefined, run: more, busy, problem } }
}
