import { Checkbox, Input } from 'antd'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import type { Question } from '../contract.ts'
import { Choices } from './choices.tsx'
import type { Answers } from './take-report-value.ts'
import { messages } from './take-report.messages.ts'

type Props = {
  readonly questions: readonly Question[]
  readonly answers: Answers
  /** The code of the first question that needs an answer and has none. */
  readonly missing: string | undefined
  readonly onChange: (answers: Answers) => void
}

/** What the subject asks, one below the other, so that the clerk can ask on. */
export function AskedFields({ questions, answers, missing, onChange }: Props) {
  return questions.map((question) => (
    <Asked
      key={question.code}
      question={question}
      answer={answers[question.code]}
      isMissing={question.code === missing}
      onAnswer={(answer) => onChange({ ...answers, [question.code]: answer })}
    />
  ))
}

type OneProps = {
  readonly question: Question
  readonly answer: string | string[] | undefined
  readonly isMissing: boolean
  readonly onAnswer: (answer: string | string[]) => void
}

const fieldType = { text: 'text', number: 'number', moment: 'datetime-local' } as const

function Asked({ question, answer, isMissing, onAnswer }: OneProps) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { code, kind, required, choices } = question
  const error = isMissing ? words.need.answer : undefined
  const [id, label] = [`take-q-${code}`, question[language]]
  if (kind === 'note') return <p className="m-caution m-take-note">{label}</p>
  const one = Array.isArray(answer) ? '' : (answer ?? '')
  if (kind === 'one') {
    const options = Object.fromEntries(choices.map((choice) => [choice.key, choice[language]]))
    const legend = required ? label : words.notRequired(label)
    return (
      <Choices
        legend={legend}
        name={id}
        inRow={choices.length <= 4}
        options={options}
        value={one}
        error={error}
        onChange={onAnswer}
      />
    )
  }
  return (
    <Labelled id={id} label={label} optional={!required} error={error}>
      {kind === 'many' ? (
        <Checkbox.Group
          options={choices.map((choice) => ({ value: choice.key, label: choice[language] }))}
          value={Array.isArray(answer) ? answer : []}
          onChange={(chosen) => onAnswer(chosen)}
        />
      ) : (
        <Input
          id={id}
          type={fieldType[kind]}
          maxLength={500}
          value={kind === 'moment' ? wallClock(one) : one}
          onChange={({ target }) =>
            onAnswer(kind === 'moment' && target.value ? new Date(target.value).toISOString() : target.value)
          }
        />
      )}
    </Labelled>
  )
}

/** A moment as the browser's own field for it wants it: on its clock, without seconds. */
function wallClock(moment: string): string {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return ''
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
