import { Button } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { CounterReport, SpokenMove } from '../contract.ts'
import { speakFor } from '../web/routes.generated.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { touched } from './action-form.tsx'
import { Choices } from './choices.tsx'
import { messages } from './counter.messages.ts'
import type { SpokenChannel } from './take-report-value.ts'
import { WordsField } from './words-field.tsx'

type Props = {
  readonly move: SpokenMove
  readonly report: CounterReport
  readonly onDone: (after: CounterReport) => void
  readonly onCancel: () => void
}

/** Recording what somebody says about their own report. */
export function SpeakForm(props: Props) {
  const words = useMessages(messages)
  const { move, onCancel } = props
  const { value, change, faults, action, send } = useSpeaking(props)
  return (
    <form
      className="ct-speak"
      noValidate
      aria-label={words.moves[move]}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Choices
        legend={words.channel}
        name="speak-channel"
        inRow
        options={words.channels}
        value={value.channel}
        onChange={(channel) => change({ channel })}
      />
      {move === 'rate' && (
        <Ratings value={value.rating} error={faults.rating} onChange={(rating) => change({ rating })} />
      )}
      {move !== 'urge' && (
        <WordsField
          id="speak-words"
          label={words.words[move]}
          most={300}
          optional={move === 'rate'}
          value={value.words}
          error={faults.words}
          onChange={(text) => change({ words: text })}
        />
      )}
      <p className="m-second">{words.inHistory}</p>
      <ProblemNote problem={action.problem} />
      <div className="m-send">
        <Button type="primary" htmlType="submit" loading={action.busy}>
          {words.send[move]}
        </Button>
        <Button type="text" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}

type Faults = { rating?: string | undefined; words?: string | undefined }
const noFaults: Faults = {}
type Said = { channel: SpokenChannel; words: string; rating: number }

function useSpeaking({ move, report, onDone }: Props) {
  const { need } = useMessages(messages)
  const [value, setValue] = useState<Said>({ channel: 'counter', words: '', rating: 0 })
  const [isTried, setTried] = useState(false)
  const action = useStaffAction(speakFor, touched)
  const wantsWords = move === 'add' || move === 'reopen'
  const faults: Faults = {
    rating: move === 'rate' && value.rating === 0 ? need.rating : undefined,
    words: wantsWords && !value.words.trim() ? need.words : undefined,
  }
  async function send(): Promise<void> {
    setTried(true)
    if (faults.rating || faults.words) return
    const { channel, words, rating } = value
    const body = { move, channel, words: words.trim(), ...(move === 'rate' && { rating }) }
    const params = { matterId: report.matter.id, reportId: report.reportId }
    const after = await action.run({ params, body })
    if (after) onDone(after)
  }
  const change = (part: Partial<Said>) => setValue({ ...value, ...part })
  return { value, change, faults: isTried ? faults : noFaults, action, send }
}

type RatingsProps = {
  readonly value: number
  readonly error: string | undefined
  readonly onChange: (rating: number) => void
}

/** The five levels in words, the best first. */
function Ratings({ value, error, onChange }: RatingsProps) {
  const words = useMessages(messages)
  const { rating } = useMessages(matterWords)
  const options = Object.fromEntries([5, 4, 3, 2, 1].map((each) => [`r${each}`, rating[each - 1] ?? '']))
  return (
    <Choices
      legend={words.rating}
      name="speak-rating"
      options={options}
      value={value ? `r${value}` : ''}
      error={error}
      onChange={(key) => onChange(Number(key.slice(1)))}
    />
  )
}
