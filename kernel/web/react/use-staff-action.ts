import { useQueryClient } from '@tanstack/react-query'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import type { CallInput, Endpoint } from '#kernel/web/call.ts'
import { useAction, type Action } from '#kernel/web/use-action.ts'
import { askAgain } from './use-staff-route.ts'

export type ActionOptions = {
  /** Path beginnings ('/matters') whose answers are asked for again afterwards. */
  readonly invalidates?: readonly string[]
}

/**
 * A write behind a button; sent again with the same key while its content is the same. What it touches is
 * read again also after a refusal, because a refusal often means that somebody else was faster.
 */
export function useStaffAction<R>(
  target: Endpoint<R>,
  { invalidates = [] }: ActionOptions = {},
): Action<CallInput<R>, ReturnsOf<R>> {
  const client = useQueryClient()
  const action = useAction(target)
  async function run(input: CallInput<R>): Promise<ReturnsOf<R> | undefined> {
    const answer = await action.run(input)
    void askAgain(client, invalidates)
    return answer
  }
  return { ...action, run }
}
