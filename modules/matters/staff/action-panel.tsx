import type { ComponentType } from 'react'
import { AcceptForm, CloseForm } from './accept-form.tsx'
import type { Doing } from './next-actions.ts'
import { AnswerForm } from './answer-form.tsx'
import { AssessForm } from './assess-form.tsx'
import { AssignForm } from './assign-form.tsx'
import { ChangeSubjectForm } from './change-subject-form.tsx'
import { DecideForm } from './decide-form.tsx'
import { DisputeForm } from './dispute-form.tsx'
import { ExtendForm } from './extend-form.tsx'
import { FollowUpForm } from './follow-up-form.tsx'
import type { FormProps } from './form-props.ts'
import { HandUpForm, ReturnForm } from './send-on-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { NoteForm } from './note-form.tsx'
import { AskForm, HideForm, InstructForm, ShowForm } from './short-forms.tsx'
import { SplitForm } from './split-form.tsx'
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
  ask: AskForm,
  extend: ExtendForm,
  instruct: InstructForm,
  dispute: DisputeForm,
  decide: DecideForm,
  change_subject: ChangeSubjectForm,
  merge: MergeForm,
  split: SplitForm,
  hide: HideForm,
  show: ShowForm,
  assess: AssessForm,
}

/** The small form of one action, inside the detail so that what was reported stays in sight. */
export function ActionPanel({ action, ...props }: FormProps & { readonly action: Doing }) {
  const Form = forms[action]
  return <Form {...props} />
}
