import { useId, type ReactNode } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import { messages } from '../ui.messages.ts'
import './field.css'

type FieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string | undefined
  placeholder?: string
  /** What is wrong, and what to do. */
  problem?: string | undefined
  optional?: boolean
  name?: string
  /** For a form whose heading already asks: the label is read out and not drawn. */
  labelUnseen?: boolean
}

type Ids = { input: string; hint: string | undefined; problem: string | undefined }

function useIds({ hint, problem }: FieldProps): Ids {
  const id = useId()
  return { input: id, hint: hint && `${id}-hint`, problem: problem && `${id}-problem` }
}

const saidBy = (ids: Ids) => [ids.hint, ids.problem].filter(Boolean).join(' ') || undefined

/** What is wrong, beside what it is about. */
export function FieldProblem({ id, problem }: { id?: string | undefined; problem: string | undefined }) {
  if (!problem) return null
  return (
    <p id={id} className="y-field__problem">
      <Icon name="warning" size={1.1} />
      {problem}
    </p>
  )
}

function Frame(props: FieldProps & { ids: Ids; count?: ReactNode; children: ReactNode }) {
  const words = useMessages(messages)
  const { ids, label, optional, hint, problem, count, labelUnseen, children } = props
  return (
    <div className="y-field">
      <label htmlFor={ids.input} className={labelUnseen ? 'y-unseen' : 'y-field__label'}>
        {label}
        {optional && <span className="y-field__optional">{words.optional}</span>}
      </label>
      {hint && (
        <p id={ids.hint} className="y-field__hint">
          {hint}
        </p>
      )}
      <div className="y-field__box">{children}</div>
      {(problem || count) && (
        <div className="y-field__foot">
          <FieldProblem id={ids.problem} problem={problem} />
          {count}
        </div>
      )}
    </div>
  )
}

type TextProps = FieldProps & {
  type?: 'text' | 'search' | 'password' | 'date' | 'time' | 'datetime-local'
  autoComplete?: string
  inputMode?: 'numeric' | 'decimal' | 'text'
  maxLength?: number
}

export function TextField(props: TextProps) {
  const ids = useIds(props)
  return (
    <Frame {...props} ids={ids}>
      <input
        id={ids.input}
        className="y-field__input"
        type={props.type ?? 'text'}
        name={props.name}
        value={props.value}
        placeholder={props.placeholder}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        aria-invalid={props.problem ? true : undefined}
        aria-describedby={saidBy(ids)}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </Frame>
  )
}

/** A mobile or fixed number; spaces and dashes that people type are taken out. */
export function PhoneField(props: FieldProps) {
  const ids = useIds(props)
  return (
    <Frame {...props} ids={ids}>
      <input
        id={ids.input}
        className="y-field__input"
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        name={props.name}
        value={props.value}
        placeholder={props.placeholder}
        maxLength={20}
        aria-invalid={props.problem ? true : undefined}
        aria-describedby={saidBy(ids)}
        onInput={(event) => props.onChange(event.currentTarget.value.replace(/[\s-]/g, ''))}
      />
    </Frame>
  )
}

type AreaProps = FieldProps & {
  most: number
  rows?: number
  /** A button inside the field at its lower right: voice. */
  aside?: ReactNode
}

/** Counts characters as people do; the count shows from half way and is said when little is left. */
export function TextArea(props: AreaProps) {
  const words = useMessages(messages)
  const ids = useIds(props)
  const length = Array.from(props.value).length
  const left = props.most - length
  const count = length * 2 >= props.most && (
    <span className="y-field__count">
      <span aria-hidden>{words.characters(length, props.most)}</span>
      <span className="y-unseen" role="status">
        {left <= 20 ? words.charactersLeft(Math.max(0, left)) : ''}
      </span>
    </span>
  )
  return (
    <Frame {...props} ids={ids} count={count}>
      <textarea
        id={ids.input}
        className={classNames('y-field__input', Boolean(props.aside) && 'y-field__input--aside')}
        name={props.name}
        rows={props.rows ?? 3}
        value={props.value}
        placeholder={props.placeholder}
        maxLength={props.most}
        aria-invalid={props.problem ? true : undefined}
        aria-describedby={saidBy(ids)}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
      {props.aside && <div className="y-field__aside">{props.aside}</div>}
    </Frame>
  )
}
