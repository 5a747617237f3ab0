import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { handUpMatter, returnMatter } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import type { FormProps } from './form-props.ts'
import { messages } from './actions.messages.ts'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

/** To the level above, which then holds it. */
export function HandUpForm({ detail, onDone, onCancel }: FormProps) {
  const words = useMessages(messages)
  const { id } = detail.matter
  const form = useForm(`staff.hand-up.${id}`, { reason: '' }, ({ reason }) => ({
    reason: reason.trim() ? undefined : words.need.reason,
  }))
  const action = useStaffAction(handUpMatter, touched)
  const send = () =>
    form.send(async ({ reason }) => {
      if (!(await action.run({ params: { matterId: id }, body: { reason: reason.trim() } }))) return false
      onDone(words.done.hand_up)
      return true
    })
  return (
    <ActionForm
      action="hand_up"
      detail={detail}
      what={words.handUpWhat}
      running={action}
      onSubmit={send}
      onCancel={onCancel}
    >
      <WordsField
        id="hand-up-reason"
        label={words.reason}
        most={300}
        value={form.value.reason}
        error={form.faults.reason}
        onChange={(reason) => form.change({ reason })}
      />
    </ActionForm>
  )
}

function useReturn({ detail, onDone }: FormProps) {
  const words = useMessages(messages)
  const { id } = detail.matter
  const form = useForm(`staff.return.${id}`, { reason: '', rightChannel: '' }, (value) => ({
    reason: value.reason.trim() ? undefined : words.need.reason,
    rightChannel: value.rightChannel.trim() ? undefined : words.need.rightChannel,
  }))
  const action = useStaffAction(returnMatter, touched)
  const send = () =>
    form.send(async ({ reason, rightChannel }) => {
      const body = { reason: reason.trim(), rightChannel: rightChannel.trim() }
      if (!(await action.run({ params: { matterId: id }, body }))) return false
      onDone(words.done.return)
      return true
    })
  return { form, action, send }
}

/** Not ours: it ends here, and the reporter is told where to go. */
export function ReturnForm(props: FormProps) {
  const words = useMessages(messages)
  const { form, action, send } = useReturn(props)
  return (
    <ActionForm
      action="return"
      detail={props.detail}
      what={words.returnWhat}
      isEnding
      running={action}
      onSubmit={send}
      onCancel={props.onCancel}
    >
      <WordsField
        id="return-reason"
        label={words.reason}
        most={300}
        value={form.value.reason}
        error={form.faults.reason}
        onChange={(reason) => form.change({ reason })}
      />
      <WordsField
        id="return-channel"
        label={words.rightChannel}
        hint={words.rightChannelHint}
        most={200}
        value={form.value.rightChannel}
        error={form.faults.rightChannel}
        onChange={(rightChannel) => form.change({ rightChannel })}
      />
    </ActionForm>
  )
}
