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
import { matterWords } from '../words/matter-words.messages.ts'
import { rateReport } from '../web/routes.generated.ts'
import { messages } from './receipt.messages.ts'

type Reason = BodyOf<typeof contract.rateReport>['reasons'][number]

const GOOD: readonly Reason[] = ['quick', 'polite', 'fixed', 'told']
const BAD: readonly Reason[] = ['slow', 'rude', 'not_fixed', 'came_back', 'not_told']
const leastGood = 3

type ReasonsProps = { rating: Satisfaction; reasons: Reason[]; onChange: (reasons: Reason[]) => void }

/** What was good, what was not, or what could be better: the reasons differ. */
function Reasons({ rating, reasons, onChange }: ReasonsProps) {
  const words = useMessages(messages)
  const offered = rating > leastGood ? GOOD : BAD
  const asked = rating > leastGood ? words.reasonsGood : words.reasonsBad
  return (
    <Chips
      legend={rating === leastGood ? words.reasonsBetter : asked}
      choices={offered.map((value) => ({ value, label: words.reasons[value] }))}
      values={reasons}
      onChange={onChange}
    />
  )
}

function RatingForm({ code, onDone }: { code: string; onDone: () => void }) {
  const words = useMessages(messages)
  const [rating, setRating] = useState<Satisfaction>()
  const [reasons, setReasons] = useState<Reason[]>([])
  const [more, setMore] = useState('')
  const { run, busy, problem } = useAction(rateReport)

  async function send(chosen: Satisfaction) {
    const said = more.trim()
    const body = { rating: chosen, reasons, ...(said && { words: said }) }
    if (!(await run({ params: { code }, body }))) return
    forget(`/receipts/${encodeURIComponent(code)}`)
    onDone()
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
      {rating && (
        <>
          <Reasons rating={rating} reasons={reasons} onChange={setReasons} />
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

/** What follows from what was said: closed, waiting for neighbours, or somebody else asks. */
function afterRating(receipt: contract.Receipt, words: typeof messages.zh): string {
  const { rating = leastGood, status } = receipt
  if (rating < leastGood) return receipt.mayReopen ? words.afterBad : words.afterBadLate
  return status === 'answered' && receipt.reportCount > 1 ? words.afterGoodOthers : words.afterGood
}

/** One question, once there is an answer; and then what happens next. */
export function RateReport({ receipt }: { receipt: contract.Receipt }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const [again, setAgain] = useState(false)
  const { rating, mayRate, code } = receipt
  if (rating !== undefined && !again) {
    return (
      <Notice kind={rating > leastGood ? 'good' : 'info'}>
        <p>{words.rated(known.rating[rating - 1] ?? '')}</p>
        {mayRate && <p>{afterRating(receipt, words)}</p>}
        {mayRate && <Button onPress={() => setAgain(true)}>{words.rateAgain}</Button>}
      </Notice>
    )
  }
  if (!mayRate) return null
  return (
    <section className="m-section y-stack y-no-print" aria-label={words.satisfied}>
      <h2>{words.satisfied}</h2>
      <RatingForm code={code} onDone={() => setAgain(false)} />
    </section>
  )
}
