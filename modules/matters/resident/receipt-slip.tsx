import { useState } from 'react'
import { Link } from 'wouter'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Receipt } from '../contract.ts'
import { personName } from '../web/person-name.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { isOver, statusKind } from '../web/status-kind.ts'
import { copyText } from './copy-text.ts'
import { messages } from './receipt.messages.ts'

function StateBadge({ receipt }: { receipt: Receipt }) {
  const known = useMessages(matterWords)
  const dates = useDates()
  const isWaiting = !isOver(receipt.status) && receipt.status !== 'answered'
  if (isWaiting && receipt.isOverdue)
    return <Badge kind="late">{dates.remaining(receipt.promise.dueAt)}</Badge>
  return (
    <>
      <Badge kind={statusKind(receipt.status)}>{known.status[receipt.status]}</Badge>
      {receipt.outcome && <Badge kind="good">{known.outcome[receipt.outcome]}</Badge>}
    </>
  )
}

/** Who answers until when, and by which rule; nothing once it is answered. */
function PromiseLines({ receipt }: { receipt: Receipt }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const { handler, holderName, promise, isOverdue, status } = receipt
  if (isOver(status) || status === 'answered') return null
  const who = handler ? personName(handler, language) : holderName
  const due = dates.due(promise.dueAt)
  const promised = (): string => {
    if (isOverdue) return words.promiseLate(who, due, dates.remaining(promise.dueAt))
    return promise.held ? words.promiseHeld(who, due) : words.promise(who, due)
  }
  return (
    <>
      <p className="m-slip__promise">{promised()}</p>
      <p className="y-second">{words.rule(promise.source, known.limit[promise.unit](promise.amount))}</p>
      {handler?.workPhone && (
        <p className="y-no-print">
          <ButtonLink to={`tel:${handler.workPhone}`} icon="phone">
            {words.callHolder(handler.name)}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

function QueryCode({ code }: { code: string }) {
  const words = useMessages(messages)
  const [said, setSaid] = useState('')
  return (
    <div className="m-slip__code">
      <p className="y-second">{words.queryCode}</p>
      <p className="m-slip__code-text">{code}</p>
      <p className="y-second">{words.queryCodeHow}</p>
      <div className="m-buttons y-no-print">
        <Button
          onPress={() => void copyText(code).then((done) => setSaid(done ? words.copied : words.copyFailed))}
        >
          {words.copy}
        </Button>
        <Button icon="print" onPress={() => print()}>
          {words.print}
        </Button>
      </div>
      <p className="y-second y-no-print" role="status">
        {said}
      </p>
      <p className="m-print-only">
        {words.address}：{location.href}
      </p>
    </div>
  )
}

/** The slip of paper one would get at a counter. */
export function ReceiptSlip({ receipt }: { receipt: Receipt }) {
  const words = useMessages(messages)
  return (
    <section className="m-slip" aria-label={words.number}>
      <div className="m-slip__head">
        <div>
          <p className="y-second">{words.number}</p>
          <p className="m-slip__number">{receipt.number}</p>
        </div>
        <p className="m-slip__badges">
          <StateBadge receipt={receipt} />
        </p>
      </div>
      <PromiseLines receipt={receipt} />
      {receipt.reportCount > 1 && <p>{words.together(receipt.reportCount)}</p>}
      <QueryCode code={receipt.code} />
    </section>
  )
}

export function Proof({ code, fingerprint }: { code: string; fingerprint: string }) {
  const words = useMessages(messages)
  return (
    <>
      <details className="m-proof y-no-print">
        <summary className="m-proof__title">{words.proof}</summary>
        <p className="y-second">{words.proofHow}</p>
        <p className="m-proof__text">
          {words.proofAlgorithm} {fingerprint}
        </p>
      </details>
      <p className="y-no-print">
        <Link className="m-link" href={`/r/${encodeURIComponent(code)}/proof`}>
          {words.proofCheck}
        </Link>
      </p>
      <p className="m-print-only m-proof__text">
        {words.proof} {words.proofAlgorithm} {fingerprint}
      </p>
    </>
  )
}
