import { useRef, useState } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { call, type CallInput, type Endpoint } from './call.ts'
import { ownProblem, Problem } from './problem.ts'
import { uuidv7 } from './uuid.ts'

export type Action<Input, Data> = {
  /** Resolves to the answer, or to undefined when a problem is shown instead. */
  readonly run: (input: Input) => Promise<Data | undefined>
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly clear: () => void
}

/**
 * A write behind a button. Pressing again after a failure sends the same key as long as the content is the
 * same, so a write whose answer was lost is not done twice.
 */
export function useAction<R>(target: Endpoint<R>): Action<CallInput<R>, ReturnsOf<R>> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const sent = useRef<{ content: string; key: string }>(undefined)

  async function run(input: CallInput<R>): Promise<ReturnsOf<R> | undefined> {
    const content = JSON.stringify(input)
    if (sent.current?.content !== content) sent.current = { content, key: uuidv7() }
    setBusy(true)
    setProblem(undefined)
    try {
      const answer = await call(target, input, { key: sent.current.key })
      sent.current = undefined
      return answer
    } catch (error) {
      setProblem(error instanceof Problem ? error : ownProblem('unreadable'))
      return undefined
    } finally {
      setBusy(false)
    }
  }

  return { run, busy, problem, clear: () => setProblem(undefined) }
}
