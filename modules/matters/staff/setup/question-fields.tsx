import { Button, Checkbox, Input, Select } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import type { Question } from '../../contract.ts'
import { messages } from './setup.messages.ts'

type Props = { readonly questions: readonly Question[]; readonly onChange: (questions: Question[]) => void }

/** A code nobody types: it ties answers to their question, whatever the question is reworded to. */
const newCode = (taken: readonly { code?: string; key?: string }[], letter: string): string => {
  const known = new Set(taken.map((each) => each.code ?? each.key))
  let count = taken.length + 1
  while (known.has(`${letter}${count}`)) count += 1
  return `${letter}${count}`
}

export function QuestionFields({ questions, onChange }: Props) {
  const { questions: words } = useMessages(messages)
  const change = (code: string, part: Partial<Question>): void =>
    onChange(questions.map((each) => (each.code === code ? { ...each, ...part } : each)))
  const added: Question = {
    code: newCode(questions, 'q'),
    kind: 'text',
    required: false,
    zh: '',
    en: '',
    choices: [],
  }
  return (
    <section aria-label={words.title}>
      <h3>{words.title}</h3>
      {questions.length === 0 && <p className="su-second">{words.none}</p>}
      {questions.map((question) => (
        <OneQuestion
          key={question.code}
          question={question}
          onChange={(part) => change(question.code, part)}
          onRemove={() => onChange(questions.filter((each) => each !== question))}
        />
      ))}
      <Button onClick={() => onChange([...questions, added])}>{words.add}</Button>
    </section>
  )
}

type OneProps = {
  readonly question: Question
  readonly onChange: (part: Partial<Question>) => void
  readonly onRemove: () => void
}

function OneQuestion({ question, onChange, onRemove }: OneProps) {
  const { questions: words } = useMessages(messages)
  const id = (name: string): string => `${question.code}-${name}`
  const hasChoices = question.kind === 'one' || question.kind === 'many'
  return (
    <div className="su-question">
      <div className="su-fields">
        <Labelled id={id('zh')} label={words.zh}>
          <Input
            id={id('zh')}
            maxLength={200}
            value={question.zh}
            onChange={(event) => onChange({ zh: event.target.value })}
          />
        </Labelled>
        <Labelled id={id('en')} label={words.en} optional>
          <Input
            id={id('en')}
            maxLength={200}
            value={question.en}
            onChange={(event) => onChange({ en: event.target.value })}
          />
        </Labelled>
        <Labelled id={id('kind')} label={words.kind}>
          <Select
            id={id('kind')}
            value={question.kind}
            options={Object.entries(words.kinds).map(([value, label]) => ({
              value: value as Question['kind'],
              label,
            }))}
            onChange={(kind) => onChange({ kind })}
          />
        </Labelled>
        {hasChoices && (
          <ChoiceLines
            id={id('choices')}
            choices={question.choices}
            onChange={(choices) => onChange({ choices })}
          />
        )}
      </div>
      <div className="su-bar">
        <Checkbox
          checked={question.required}
          onChange={(event) => onChange({ required: event.target.checked })}
        >
          {words.required}
        </Checkbox>
        <Button size="small" onClick={onRemove}>
          {words.remove}
        </Button>
      </div>
    </div>
  )
}

/** One choice a line; a line that keeps its place keeps its key, so that answers given before still fit. */
function ChoiceLines(props: {
  id: string
  choices: Question['choices']
  onChange: (choices: Question['choices']) => void
}) {
  const { questions: words } = useMessages(messages)
  const { id, choices, onChange } = props
  const text = choices.map(({ zh, en }) => (en && en !== zh ? `${zh} | ${en}` : zh)).join('\n')
  function read(typed: string): Question['choices'] {
    const made: Question['choices'] = []
    for (const [index, line] of typed.split('\n').slice(0, 40).entries()) {
      const [zh = '', en = ''] = line.split('|').map((part) => part.trim())
      made.push({ key: choices[index]?.key ?? newCode([...choices, ...made], 'c'), zh, en: en || zh })
    }
    return made
  }
  return (
    <div className="su-whole">
      <Labelled id={id} label={words.choices}>
        <Input.TextArea
          id={id}
          rows={4}
          defaultValue={text}
          onChange={(event) => onChange(read(event.target.value).filter((each) => each.zh))}
        />
      </Labelled>
    </div>
  )
}
