import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { FollowUpResult } from '../contract.ts'
import { followUpMatter } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import type { FormProps } from './form-props.ts'
import { messages } from './actions.messages.ts'
import { Choices } from './choices.tsx'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

type Asked = { result: FollowUpResult | ''; words: string }
const empty: Asked = { result: '', words: '' }

function useFollowUp({ detail, onDone }: FormProps) {
  const words = useMessages(messages)
  const { id } = detail.matter
  const form = useForm(`staff.follow-up.${id}`, empty, ({ result }) => ({
    result: result ? undefined : words.need.result,
  }))
  const action = useStaffAction(followUpMatter, touched)
  const send = () =>
    form.send(async ({ result, words: said }) => {
      if (!result) return false
      const body = { result, ...(said.trim() ? { words: said.trim() } : {}) }
      if (!(await action.run({ params: { matterId: id }, body }))) return false
      onDone(words.done.follow_up)
      return true
    })
  return { form, action, send }
}

/** What the reporter said when asked; not satisfied sends it back. */
export function FollowUpForm(props: FormProps) {
  const words = useMessages(messages)
  const { form, action, send } = useFollowUp(props)
  return (
    <ActionForm
      action="follow_up"
      detail={props.detail}
      what={form.value.result === 'dissatisfied' ? words.dissatisfiedWhat : undefined}
      running={action}
      onSubmit={send}
      onCancel={props.onCancel}
    >
      <Choices
        legend={words.followUp}
        name="result"
        options={words.followUpHints}
        value={form.value.result}
        error={form.faults.result}
        onChange={(result) => form.change({ result })}
      />
      <WordsField
        id="follow-up-words"
        label={words.followUpWords}
        most={500}
        optional
        value={form.value.words}
        onChange={(text) => form.change({ words: text })}
      />
    </ActionForm>
  )
}
