import { isRefused } from '#kernel/web/outbox.ts'
import type { OutboxItem } from '#kernel/web/phone-store.ts'
import { useOutbox } from '#kernel/web/use-outbox.ts'
import type { Action } from '../contract.ts'
import { acceptMatter, answerMatter } from '../web/routes.generated.ts'

/** What waits on this phone for one matter, oldest first. */
export function usePending(matterId: string): readonly OutboxItem[] {
  const { items } = useOutbox()
  return items.filter((item) => item.params['matterId'] === matterId)
}

const waits = (pending: readonly OutboxItem[], path: string) =>
  pending.some((item) => item.path === path && !isRefused(item))

export const acceptWaits = (pending: readonly OutboxItem[]): boolean => waits(pending, acceptMatter.path)
const answerWaits = (pending: readonly OutboxItem[]): boolean => waits(pending, answerMatter.path)

/** What may be done next, taking what waits to be sent as done. */
export function actionsWith(allowed: readonly Action[], pending: readonly OutboxItem[]): Action[] {
  const taken = acceptWaits(pending)
  const given = taken
    ? [...allowed.filter((action) => action !== 'accept'), 'note' as const, 'answer' as const]
    : allowed
  const left = answerWaits(pending) ? given.filter((action) => action !== 'answer') : given
  return [...new Set(left)]
}
