import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { DraftState } from '#kernel/web/draft.ts'
import { enqueue, removeFromOutbox, type Delivery } from '#kernel/web/outbox.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { useDelivery, useOutbox } from '#kernel/web/use-outbox.ts'
import { sendReport } from '../web/routes.generated.ts'
import { isReceiptLike, keepReceipt } from './kept-receipts.ts'
import { bodyOf, draftOf, isReport, type ReportDraft } from './report-draft.ts'
import { startSending } from './sending.ts'
import type { UnsentReport } from './unsent-reports.tsx'

export type Sending = {
  /** Under way right now, from this page. */
  readonly current: UnsentReport | 'starting' | undefined
  /** Waiting on this phone for a connection or a correction. */
  readonly unsent: readonly UnsentReport[]
  readonly problem: Problem | undefined
  readonly send: (label: string) => void
  /** Back into the form. */
  readonly change: (item: UnsentReport) => void
}

const isUnderWay = (delivery: Delivery | undefined) => delivery?.state === 'waiting' && !delivery.problem

/** From the form through the outbox to the receipt. */
export function useSending(door: string, draft: DraftState<ReportDraft>): Sending {
  const [, navigate] = useLocation()
  const [id, setId] = useState<string>()
  const [starting, setStarting] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const delivery = useDelivery(id)
  const waiting = useOutbox().items.filter(isReport)
  useEffect(startSending, [])

  async function change(item: UnsentReport) {
    draft.change(draftOf(item))
    await removeFromOutbox(item.id)
    setId(undefined)
  }

  useEffect(() => {
    if (delivery?.state === 'sent' && isReceiptLike(delivery.answer)) {
      keepReceipt(delivery.answer)
      navigate(`/r/${encodeURIComponent(delivery.answer.code)}`)
    }
    const refused = delivery?.state === 'refused' && waiting.find((item) => item.id === id)
    if (refused) {
      setProblem(delivery.problem)
      void change(refused)
    }
  }, [delivery])

  async function send(label: string) {
    setStarting(true)
    setProblem(undefined)
    const { id: earlier, photos } = draft.value
    const write = { target: sendReport, input: { body: bodyOf(door, draft.value) }, photos, label }
    try {
      setId(await enqueue({ ...write, ...(earlier && { id: earlier }) }))
      draft.clear()
    } catch (error) {
      setProblem(error instanceof Problem ? error : ownProblem('unreadable'))
    } finally {
      setStarting(false)
    }
  }

  const mine = isUnderWay(delivery) ? waiting.find((item) => item.id === id) : undefined
  return {
    current: mine ?? (starting || delivery?.state === 'sent' ? 'starting' : undefined),
    unsent: waiting.filter((item) => item !== mine),
    problem,
    send: (label) => void send(label),
    change: (item) => void change(item),
  }
}
