import type { ReactNode } from 'react'
import type { Problem } from '#kernel/web/problem.ts'
import { ActionForm } from './action-form.tsx'
import type { FormProps } from './form-props.ts'
import type { Doing } from './next-actions.ts'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

type Props = FormProps & {
  readonly action: Doing
  readonly label: string
  readonly hint?: string
  readonly most: number
  /** What is said when nothing was written. */
  readonly need: string
  readonly what?: string | undefined
  readonly isEnding?: boolean
  readonly running: { readonly problem: Problem | undefined; readonly busy: boolean }
  /** Resolves to whether it was done. */
  readonly onSend: (text: string) => Promise<boolean>
  readonly children?: ReactNode
}

/** An act that takes a few words and nothing else. */
export function OneTextForm(props: Props) {
  const { action, detail, label, hint, most, need, what, isEnding, running, onSend, onCancel } = props
  const form = useForm(`staff.${action}.${detail.matter.id}`, { text: '' }, ({ text }) => ({
    text: text.trim() ? undefined : need,
  }))
  const send = () => form.send(({ text }) => onSend(text.trim()))
  return (
    <ActionForm
      action={action}
      detail={detail}
      what={what}
      running={running}
      isEnding={isEnding ?? false}
      onSubmit={send}
      onCancel={onCancel}
    >
      {props.children}
      <WordsField
        id={`${action}-text`}
        label={label}
        most={most}
        value={form.value.text}
        error={form.faults.text}
        onChange={(text) => form.change({ text })}
        {...(hint && { hint })}
      />
    </ActionForm>
  )
}
