import { useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { Chips } from '#kernel/ui/chips/chips.tsx'
import { Faces, type Satisfaction } from '#kernel/ui/faces/faces.tsx'
import { TextArea } from '#kernel/ui/field/field.tsx'
import { Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import type { BodyOf } from '#kernel/contract/route.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useAction } from '#kernel/web/use-action.ts'
import { forget } from '#kernel/web/use-route.ts'
import type * as contract from '../contract.ts'
import { matterWords } from '../web/matter-words.messages.ts'
import { rateReport } from '../web/routes.generated.ts'
import { messages } from './receipt.messages.ts'

type Reason = BodyOf<typeof contract.rateReport>['reasons'][number]

const GOOD: readonly Reason[] = ['quick', 'polite', 'fixed', 'told']
const BAD: readonly Reason[] = ['slow', 'rude', 'not_fixed', 'came_back', 'not_told']

const reasonsFor = (rating: Satisfaction): readonly Reason[] => (rating >= 4 ? GOOD : rating <= 2 ? BAD : [])

type ReasonsProps = { rating: Satisfaction; reasons: Reason[]; onChange: (reasons: Reason[]) => void }

function Reasons({ rating, reasons, onChange }: ReasonsProps) {
  const words = useMessages(messages)
  const offered = reasonsFor(rating)
  if (offered.length === 0) return null
  return (
    <Chips
      legend={offered === GOOD ? words.reasonsGood : words.reasonsBad}
      choices={offered.map((value) => ({ value, label: words.reasons[value] }))}
      values={reasons}
      onChange={onChange}
    />
  )
}

function RatingForm({ code }: { code: string }) {
  const words = useMessages(messages)
  const [rating, setRating] = useState<Satisfaction>()
  const [reasons, setReasons] = useState<Reason[]>([])
  const [more, setMore] = useState('')
  const { run, busy, problem } = useAction(rateReport)

  async function send(chosen: Satisfaction) {
    const said = more.trim()
    const body = { rating: chosen, reasons, ...(said && { words: said }) }
    if (await run({ params: { code }, body })) forget(`/receipts/${encodeURIComponent(code)}`)
  }

  return (
    <>
      <Faces
        legend={words.satisfied}
        legendUnseen
        value={rating}
        onChange={(value) => {
          setRating(value)
          setReasons([])
        }}
      />
      {rating && <Reasons rating={rating} reasons={reasons} onChange={setReasons} />}
      {rating && (
        <>
          <TextArea label={words.moreWords} optional most={300} rows={2} value={more} onChange={setMore} />
          <ProblemBox problem={problem} />
          <Button kind="primary" wide busy={busy} onPress={() => void send(rating)}>
            {words.sendRating}
          </Button>
        </>
      )}
    </>
  )
}

/** One question, once there is an answer. */
export function RateReport({ receipt }: { receipt: contract.Receipt }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const { rating, mayRate, code } = receipt
  if (rating !== undefined) {
    return <Notice kind={rating >= 4 ? 'good' : 'info'}>{words.rated(known.rating[rating - 1] ?? '')}</Notice>
  }
  if (!mayRate) return null
  return (
    <section className="m-section y-stack y-no-print" aria-label={words.satisfied}>
      <h2>{words.satisfied}</h2>
      <RatingForm code={code} />
    </section>
  )
}
