import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { DraftState } from '#kernel/web/draft.ts'
import { enqueue, removeFromOutbox, type Delivery } from '#kernel/web/outbox.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { useDelivery, useOutbox } from '#kernel/web/use-outbox.ts'
import { sendReport } from '../web/routes.generated.ts'
import { isReceiptLike, keepReceipt } from './kept-receipts.ts'
import { bodyOf, draftOf, isReport, type ReportDraft, type UnsentReport, type Where } from './report-draft.ts'
import { startSending } from './sending.ts'

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

/** Turns to the receipt as soon as it is here. */
function useReceiptOf(delivery: Delivery | undefined): void {
  const [, navigate] = useLocation()
  const receipt = delivery?.state === 'sent' && isReceiptLike(delivery.answer) ? delivery.answer : undefined
  useEffect(() => {
    if (!receipt) return
    keepReceipt(receipt)
    navigate(`/r/${encodeURIComponent(receipt.code)}`)
  }, [receipt, navigate])
}

/** Does what is asked of it once for each thing it is given. */
function useOnce<Thing>(thing: Thing | undefined, work: (thing: Thing) => void): void {
  const done = useRef<Thing>(undefined)
  useEffect(() => {
    if (thing === undefined || done.current === thing) return
    done.current = thing
    work(thing)
  })
}

function useSubmit(where: Where, draft: DraftState<ReportDraft>, consentVersion: number | undefined) {
  const [id, setId] = useState<string>()
  const [starting, setStarting] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  async function submit(label: string) {
    setStarting(true)
    setProblem(undefined)
    const { id: earlier, photos, voice } = draft.value
    const input = { body: bodyOf(where, draft.value, consentVersion) }
    const write = { target: sendReport, input, photos, voices: voice ? [voice] : [], label }
    try {
      setId(await enqueue({ ...write, ...(earlier && { id: earlier }) }))
      draft.clear()
    } catch (error) {
      setProblem(error instanceof Problem ? error : ownProblem('unreadable'))
    } finally {
      setStarting(false)
    }
  }

  return { id, setId, starting, problem, setProblem, submit }
}

/** From the form through the outbox to the receipt. What the server refuses comes back into the form. */
export function useSending(
  where: Where,
  draft: DraftState<ReportDraft>,
  consentVersion: number | undefined,
): Sending {
  const { id, setId, starting, problem, setProblem, submit } = useSubmit(where, draft, consentVersion)
  const delivery = useDelivery(id)
  const waiting = useOutbox().items.filter(isReport)
  useEffect(startSending, [])
  useReceiptOf(delivery)

  async function change(item: UnsentReport) {
    draft.change(draftOf(item))
    await removeFromOutbox(item.id)
    setId(undefined)
  }

  useOnce(delivery?.state === 'refused' ? delivery : undefined, (refused) => {
    setProblem(refused.problem)
    const item = waiting.find((one) => one.id === id)
    if (item) void change(item)
  })

  const mine = isUnderWay(delivery) ? waiting.find((item) => item.id === id) : undefined
  return {
    current: mine ?? (starting || delivery?.state === 'sent' ? 'starting' : undefined),
    unsent: waiting.filter((item) => item !== mine),
    problem,
    send: (label) => void submit(label),
    change: (item) => void change(item),
  }
}
