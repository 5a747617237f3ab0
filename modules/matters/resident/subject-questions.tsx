import { Chips } from '#kernel/ui/chips/chips.tsx'
import { ChoiceGrid } from '#kernel/ui/choice-grid/choice-grid.tsx'
import { TextField } from '#kernel/ui/field/field.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Question } from '../contract.ts'
import { type Answers, type Mistakes, questionsNow } from './report-draft.ts'
import { messages } from './report.messages.ts'

const fieldType = { text: 'text', number: 'text', moment: 'datetime-local' } as const

/** A moment as the phone's own field for it wants it: on the phone's clock, without seconds. */
function wallClock(moment: string): string {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return ''
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

type OneProps = {
  question: Question
  answer: string | string[] | undefined
  problem: string | undefined
  onAnswer: (answer: string | string[]) => void
}

function AskedOne({ question, answer, problem, onAnswer }: OneProps) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { kind, required, choices } = question
  if (kind === 'note') return <Notice kind="warn">{question[language]}</Notice>
  const label = required ? words.required(question[language]) : words.notRequired(question[language])
  const offered = choices.map((choice) => ({ value: choice.key, label: choice[language] }))
  const several = Array.isArray(answer) ? answer : []
  const text = Array.isArray(answer) ? '' : (answer ?? '')
  const one = kind === 'moment' ? wallClock(text) : text
  if (kind === 'many')
    return <Chips legend={label} choices={offered} values={several} onChange={onAnswer} problem={problem} />
  if (kind === 'one')
    return <ChoiceGrid legend={label} choices={offered} value={one} onChange={onAnswer} problem={problem} />
  return (
    <TextField
      label={label}
      type={fieldType[kind]}
      {...(kind === 'number' && { inputMode: 'decimal' })}
      maxLength={500}
      value={one}
      onChange={(typed) => onAnswer(kind === 'moment' && typed ? new Date(typed).toISOString() : typed)}
      problem={problem}
    />
  )
}

type Props = {
  questions: readonly Question[]
  answers: Answers
  mistakes: Mistakes
  onChange: (answers: Answers) => void
}

/** What else must be known about such a thing, one question after another. */
export function SubjectQuestions({ questions, answers, mistakes, onChange }: Props) {
  const marked = questions.some(({ code }) => mistakes[`q:${code}`])
  const shown = marked ? questions : questionsNow(questions, answers)
  return (
    <>
      {shown.map((question) => (
        <AskedOne
          key={question.code}
          question={question}
          answer={answers[question.code]}
          problem={mistakes[`q:${question.code}`]}
          onAnswer={(answer) => onChange({ ...answers, [question.code]: answer })}
        />
      ))}
    </>
  )
}
