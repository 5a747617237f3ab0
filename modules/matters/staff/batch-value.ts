import type { ReturnsOf } from '#kernel/contract/route.ts'
import { formatDay } from '#kernel/web/dates.ts'
import type * as contract from '../contract.ts'
import type { BatchAction, Outcome } from '../contract.ts'
import {
  acceptMatter,
  answerMatter,
  askReporter,
  assignMatter,
  closeMatter,
  extendMatter,
  handUpMatter,
  instructMatter,
  transferMatter,
} from '../web/routes.generated.ts'
import { step, type Step } from './batch-run.ts'
import { noTarget, type Target, targetIn } from './target-field.tsx'

export type Previewed = ReturnsOf<typeof contract.previewBatch>['items'][number]

/** What the form of a batch holds, whatever the act. */
export type BatchValue = Target & {
  take: boolean
  accountId: string
  amount: number | null
  outcome: Outcome | ''
  words: string
}
export const emptyBatch: BatchValue = {
  ...noTarget,
  take: false,
  accountId: '',
  amount: 1,
  outcome: '',
  words: '',
}

/** Placeholders of a template filled in for one matter; what it has not stays out. */
export function filledIn(words: string, matter: Previewed, now: Date = new Date()): string {
  const values: Record<string, string> = {
    编号: matter.number,
    地点: matter.placeNames.join(''),
    办理人: matter.handlerName ?? '',
    日期: formatDay(now, 'zh', now),
  }
  return words.replace(/\{(编号|地点|办理人|日期)\}/g, (_, name: string) => values[name] ?? '')
}

/** The call that does it with one matter; undefined while something is missing. */
export function stepFor(action: BatchAction, value: BatchValue, matter: Previewed): Step | undefined {
  const params = { matterId: matter.id }
  const words = filledIn(value.words.trim(), matter)
  const steps: Record<BatchAction, () => Step | undefined> = {
    accept: () => step(acceptMatter, { params, body: { take: value.take } }),
    assign: () =>
      step(assignMatter, { params, body: { accountId: value.accountId, ...(words && { words }) } }),
    transfer: () => step(transferMatter, { params, body: { ...targetIn(value), reason: words } }),
    hand_up: () => step(handUpMatter, { params, body: { reason: words } }),
    ask: () => step(askReporter, { params, body: { words } }),
    extend: () => step(extendMatter, { params, body: { amount: value.amount ?? 1, reason: words } }),
    instruct: () => step(instructMatter, { params, body: { words } }),
    answer: () =>
      value.outcome
        ? step(answerMatter, { params, body: { words, outcome: value.outcome, photoIds: [] } })
        : undefined,
    close: () => step(closeMatter, { params, body: {} }),
  }
  return steps[action]()
}
