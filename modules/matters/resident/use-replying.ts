import { useEffect, useState } from 'react'
import { enqueue, isRefused } from '#kernel/web/outbox.ts'
import type { OutboxItem } from '#kernel/web/phone-store.ts'
import type { Photo } from '#kernel/web/photo.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { useDelivery, useOutbox } from '#kernel/web/use-outbox.ts'
import { forget } from '#kernel/web/use-route.ts'
import { replyToMatter } from '../web/routes.generated.ts'
import { startSending } from './sending.ts'

/** What was refused, to go back into the form. */
export type Returned = { readonly id: string; readonly words: string; readonly photos: readonly Photo[] }

export type Replying = {
  readonly send: (words: string, photos: readonly Photo[]) => void
  /** On its way from this page. */
  readonly isUnderWay: boolean
  /** Kept on the phone until there is a connection, also from an earlier visit. */
  readonly isWaiting: boolean
  readonly returned: Returned | undefined
  readonly problem: Problem | undefined
}

function returnedFrom({ id, body, photos }: OutboxItem): Returned {
  const words = typeof body === 'object' && body !== null && 'words' in body ? String(body.words) : ''
  return { id, words, photos: photos.map((photo) => ({ id: photo.id, blob: photo.blob })) }
}

function problemOf({ lastProblem }: OutboxItem): Problem | undefined {
  if (!lastProblem) return undefined
  return new Problem(lastProblem.code, lastProblem.message, lastProblem.status, lastProblem.details)
}

/** Additions to one report that are still on this phone. */
function useKept(code: string) {
  const kept = useOutbox().items.filter(
    (item) => item.path === replyToMatter.path && item.params['code'] === code,
  )
  const refused = kept.find(isRefused)
  return { refused, waits: kept.some((item) => item !== refused) }
}

/** What the reporter adds goes the way of reports: kept on the phone, sent once, also after the page was left. */
export function useReplying(code: string, onSent: () => void): Replying {
  const [id, setId] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const { refused, waits } = useKept(code)
  const delivery = useDelivery(id)
  const isSent = delivery?.state === 'sent'
  useEffect(startSending, [])
  useEffect(() => {
    if (!isSent) return
    forget(`/receipts/${encodeURIComponent(code)}`)
    onSent()
  }, [isSent, code, onSent])

  async function send(words: string, photos: readonly Photo[]) {
    const body = { words, photoIds: photos.map((photo) => photo.id) }
    const write = {
      target: replyToMatter,
      input: { params: { code }, body },
      photos,
      label: words.slice(0, 40),
    }
    try {
      setId(await enqueue({ ...write, ...(refused && { id: refused.id }) }))
      setProblem(undefined)
    } catch (error) {
      setProblem(error instanceof Problem ? error : ownProblem('unreadable'))
    }
  }

  const isUnderWay = delivery?.state === 'waiting' && !delivery.problem
  return {
    send: (words, photos) => void send(words, photos),
    isUnderWay,
    isWaiting: !isUnderWay && waits,
    returned: refused && returnedFrom(refused),
    problem: problem ?? (refused && problemOf(refused)),
  }
}
