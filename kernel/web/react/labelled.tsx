import type { ReactNode } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import './labelled.css'

const zh = { optional: '选填' }
const en: typeof zh = { optional: 'optional' }
const messages = { zh, en }

type Props = {
  /** Id of the control inside. */
  readonly id: string
  readonly label: string
  readonly optional?: boolean
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly children: ReactNode
}

/** A control with its label above and its error below. */
export function Labelled({ id, label, optional, hint, error, children }: Props) {
  const words = useMessages(messages)
  return (
    <div className="k-labelled">
      <label htmlFor={id}>
        {label}
        {optional && <span className="k-labelled-note">（{words.optional}）</span>}
      </label>
      {children}
      {hint && !error && <p className="k-labelled-note">{hint}</p>}
      {error && (
        <p className="k-labelled-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
