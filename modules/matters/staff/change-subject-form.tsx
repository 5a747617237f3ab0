import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { changeSubject } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import { messages as acts } from './actions.messages.ts'
import type { FormProps } from './form-props.ts'
import { messages } from './loop-forms.messages.ts'
import { SubjectField } from './subject-field.tsx'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

const empty = { subject: '', reason: '' }

/** It is about something else than it was filed under. */
export function ChangeSubjectForm({ detail, onDone, onCancel }: FormProps) {
  const words = useMessages(messages)
  const { done } = useMessages(acts)
  const { id, subject: before } = detail.matter
  const form = useForm(`staff.subject.${id}`, empty, ({ subject, reason }) => ({
    subject: subject && subject !== before.key ? undefined : words.need.subject,
    reason: reason.trim() ? undefined : words.need.reason,
  }))
  const action = useStaffAction(changeSubject, touched)
  const send = () =>
    form.send(async ({ subject, reason }) => {
      const body = { subject, reason: reason.trim() }
      if (!(await action.run({ params: { matterId: id }, body }))) return false
      onDone(done.change_subject)
      return true
    })
  return (
    <ActionForm
      action="change_subject"
      detail={detail}
      what={words.subjectWhat}
      running={action}
      onSubmit={send}
      onCancel={onCancel}
    >
      <SubjectField
        legend={words.newSubject}
        changeName={words.change}
        value={form.value.subject}
        error={form.faults.subject}
        onChange={(subject) => form.change({ subject })}
      />
      <WordsField
        id="subject-reason"
        label={words.reason}
        most={300}
        value={form.value.reason}
        error={form.faults.reason}
        onChange={(reason) => form.change({ reason })}
      />
    </ActionForm>
  )
}
