import { InputNumber } from 'antd'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { BatchAction } from '../contract.ts'
import { personName } from '../web/person-name.ts'
import { listBatchHandlers } from '../web/routes.generated.ts'
import { messages as acts } from './actions.messages.ts'
import { messages } from './batch.messages.ts'
import type { BatchValue } from './batch-value.ts'
import { Choices } from './choices.tsx'
import { messages as loop } from './loop-forms.messages.ts'
import { isChosen, TargetField } from './target-field.tsx'
import { WordsField } from './words-field.tsx'

type Props = {
  readonly action: BatchAction
  readonly ids: readonly string[]
  readonly value: BatchValue
  readonly faults: BatchFaults
  readonly onChange: (part: Partial<BatchValue>) => void
}

export type BatchFaults = {
  readonly handler?: string | undefined
  readonly target?: string | undefined
  readonly amount?: string | undefined
  readonly outcome?: string | undefined
  readonly words?: string | undefined
}

const mostWords: Record<BatchAction, number> = {
  accept: 0,
  assign: 300,
  transfer: 300,
  hand_up: 300,
  ask: 300,
  extend: 300,
  instruct: 500,
  answer: 1000,
  close: 0,
}

/** What is missing before anything is sent. */
export function useBatchFaults(action: BatchAction, value: BatchValue): BatchFaults {
  const { need } = useMessages(acts)
  const asked = useMessages(loop).need
  const missing = (isMissing: boolean, said: string) => (isMissing ? said : undefined)
  const wants = (...of: BatchAction[]) => of.includes(action)
  return {
    handler: missing(wants('assign') && !value.accountId, need.handler),
    target: missing(wants('transfer') && !isChosen(value), need[value.kind]),
    amount: missing(wants('extend') && !value.amount, asked.amount),
    outcome: missing(wants('answer') && !value.outcome, need.outcome),
    words: missing(
      mostWords[action] > 0 && !wants('assign') && !value.words.trim(),
      wants('ask') ? asked.question : wants('answer', 'instruct') ? need.words : need.reason,
    ),
  }
}

/** The fields of one act, once for all of the chosen. */
export function BatchFields(props: Props) {
  const words = useMessages(messages)
  const { action, value, faults, onChange } = props
  return (
    <>
      {action === 'accept' && (
        <Choices
          legend={words.acceptHow}
          name="take"
          options={words.acceptHows}
          value={value.take ? 'take' : 'leave'}
          onChange={(how) => onChange({ take: how === 'take' })}
        />
      )}
      {action === 'close' && <p className="m-what">{words.closeWhat}</p>}
      {action === 'assign' && <Handlers {...props} />}
      {action === 'transfer' && (
        <TargetField id="batch" value={value} error={faults.target} onChange={onChange} />
      )}
      {action === 'extend' && <Amount {...props} />}
      {action === 'answer' && <Outcomes {...props} />}
      {mostWords[action] > 0 && <Said {...props} />}
    </>
  )
}

function Said({ action, value, faults, onChange }: Props) {
  const words = useMessages(messages)
  const act = useMessages(acts)
  const loopWords = useMessages(loop)
  const labels: Partial<Record<BatchAction, string>> = {
    assign: act.wordsToHandler,
    ask: loopWords.question,
    instruct: loopWords.instruction,
    answer: act.answerWords,
  }
  return (
    <WordsField
      id="batch-words"
      label={labels[action] ?? act.reason}
      most={mostWords[action]}
      optional={action === 'assign'}
      value={value.words}
      error={faults.words}
      onChange={(said) => onChange({ words: said })}
      {...(action === 'answer' && { hint: words.templateHint })}
    />
  )
}

function Amount({ value, faults, onChange }: Props) {
  const words = useMessages(loop)
  return (
    <Labelled id="batch-amount" label={words.amount} error={faults.amount}>
      <InputNumber
        id="batch-amount"
        min={1}
        max={365}
        precision={0}
        value={value.amount}
        onChange={(amount) => onChange({ amount })}
      />
    </Labelled>
  )
}

function Outcomes({ value, faults, onChange }: Props) {
  const words = useMessages(acts)
  return (
    <Choices
      legend={words.outcome}
      name="batch-outcome"
      options={words.outcomeHints}
      value={value.outcome}
      error={faults.outcome}
      onChange={(outcome) => onChange({ outcome })}
    />
  )
}

function Handlers({ ids, value, faults, onChange }: Props) {
  const words = useMessages(messages)
  const act = useMessages(acts)
  const language = useLanguage()
  const answer = useStaffRoute(listBatchHandlers, { query: { ids: ids.join(',') } })
  return (
    <fieldset
      className="m-choices is-tall"
      aria-describedby={faults.handler ? 'batch-handler-error' : undefined}
    >
      <legend>{act.handlers}</legend>
      <ProblemNote problem={answer.error} again={() => void answer.refetch()} />
      {answer.data?.items.length === 0 && <p>{act.noHandlers}</p>}
      <div>
        {answer.data?.items.map((person) => (
          <label key={person.id}>
            <input
              type="radio"
              name="batch-handler"
              checked={person.id === value.accountId}
              onChange={() => onChange({ accountId: person.id })}
            />
            <span>{personName(person, language)}</span>
            <small>{person.areaName}</small>
            <small className="m-right">
              {words.fits(person.fits, ids.length)} · {act.openCount(person.openCount)}
            </small>
          </label>
        ))}
      </div>
      {faults.handler && (
        <p id="batch-handler-error" className="m-error" role="alert">
          {faults.handler}
        </p>
      )}
    </fieldset>
  )
}
