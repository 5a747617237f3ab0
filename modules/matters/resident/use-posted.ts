import { useCallback, useEffect, useState } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { call, type CallInput, type Endpoint } from '#kernel/web/call.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import type { RouteState } from '#kernel/web/use-route.ts'

type State<Data> = { asked: string; data?: Data; problem?: Problem }

/**
 * Reads by POST what must not stand in an address (a pass, query codes), and keeps it only while the page is open.
 * `input` undefined: nothing is asked.
 */
export function usePosted<R>(target: Endpoint<R>, input: CallInput<R> | undefined): RouteState<ReturnsOf<R>> {
  const [state, setState] = useState<State<ReturnsOf<R>>>()
  const asked = input && JSON.stringify(input)
  const ask = useCallback(() => {
    if (asked === undefined) return
    call(target, JSON.parse(asked) as CallInput<R>).then(
      (data) => setState({ asked, data }),
      (error: unknown) => {
        setState({ asked, problem: error instanceof Problem ? error : ownProblem('unreadable') })
      },
    )
  }, [target, asked])
  useEffect(ask, [ask])
  const current = state && state.asked === asked ? state : undefined
  return {
    data: current?.data,
    problem: current?.problem,
    loading: asked !== undefined && !current,
    reload: ask,
  }
}
