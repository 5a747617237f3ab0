import type { ComponentType } from 'react'
import { AcceptForm, CloseForm } from './accept-form.tsx'
import type { Doing } from './next-actions.ts'
import { AnswerForm } from './answer-form.tsx'
import { AssignForm } from './assign-form.tsx'
import { FollowUpForm } from './follow-up-form.tsx'
import type { FormProps } from './form-props.ts'
import { HandUpForm, ReturnForm } from './send-on-form.tsx'
import { NoteForm } from './note-form.tsx'
import { TransferForm } from './transfer-form.tsx'

const forms: Record<Doing, ComponentType<FormProps>> = {
  accept: AcceptForm,
  assign: AssignForm,
  transfer: TransferForm,
  hand_up: HandUpForm,
  return: ReturnForm,
  note: NoteForm,
  answer: AnswerForm,
  follow_up: FollowUpForm,
  close: CloseForm,
}

/** The small form of one action, inside the detail so that what was reported stays in sight. */
export function ActionPanel({ action, ...props }: FormProps & { readonly action: Doing }) {
  const Form = forms[action]
  return <Form {...props} />
}
