import { useRef, useState } from 'react'
import { call, type CallInput, type Endpoint } from '#kernel/web/call.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { uuidv7 } from '#kernel/web/uuid.ts'

/** One call of the batch: what it is sent as, its input closed in. */
export type Step = (key: string) => Promise<unknown>

export const step =
  <R>(target: Endpoint<R>, input: CallInput<R>): Step =>
  (key) =>
    call(target, input, { key })

export type Progress = {
  readonly state: 'waiting' | 'busy' | 'done' | 'failed'
  readonly problem?: Problem
}

/**
 * Does the same with each of several matters, one after the other. Each has a key of its own that stays the same when it is
 * tried again, so that none is done twice.
 */
export function useBatchRun() {
  const [progress, setProgress] = useState<ReadonlyMap<string, Progress>>(new Map())
  const [isRunning, setRunning] = useState(false)
  const keys = useRef(new Map<string, string>())
  const known = useRef(new Map<string, Step>())

  async function run(steps: readonly (readonly [id: string, step: Step])[]): Promise<void> {
    const set = (id: string, now: Progress) => setProgress((before) => new Map(before).set(id, now))
    setRunning(true)
    for (const [id, take] of steps) known.current.set(id, take)
    for (const [id] of steps) set(id, { state: 'waiting' })
    for (const [id, take] of steps) {
      set(id, { state: 'busy' })
      const key = keys.current.get(id) ?? uuidv7()
      keys.current.set(id, key)
      try {
        await take(key)
        set(id, { state: 'done' })
      } catch (error) {
        set(id, { state: 'failed', problem: error instanceof Problem ? error : ownProblem('unreadable') })
      }
    }
    setRunning(false)
  }
  /** The same calls again, for these. */
  const stepsOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const take = known.current.get(id)
      return take ? [[id, take] as const] : []
    })
  return { progress, isRunning, run, stepsOf }
}
