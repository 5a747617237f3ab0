import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { transferMatter } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import type { FormProps } from './form-props.ts'
import { messages } from './actions.messages.ts'
import { isChosen, noTarget, TargetField, targetIn } from './target-field.tsx'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

const empty = { ...noTarget, reason: '' }

function useTransfer({ detail, onDone }: FormProps) {
  const words = useMessages(messages)
  const { id } = detail.matter
  const form = useForm(`staff.transfer.${id}`, empty, (value) => ({
    target: isChosen(value) ? undefined : words.need[value.kind],
    reason: value.reason.trim() ? undefined : words.need.reason,
  }))
  const action = useStaffAction(transferMatter, touched)
  const send = () =>
    form.send(async ({ reason, ...target }) => {
      const body = { ...targetIn(target), reason: reason.trim() }
      if (!(await action.run({ params: { matterId: id }, body }))) return false
      onDone(words.done.transfer)
      return true
    })
  return { form, action, send }
}

/** Re-routing to the area or the organisation that answers for it. */
export function TransferForm(props: FormProps) {
  const words = useMessages(messages)
  const { form, action, send } = useTransfer(props)
  const { value, change, faults } = form
  return (
    <ActionForm
      action="transfer"
      detail={props.detail}
      what={words.transferWhat}
      running={action}
      onSubmit={send}
      onCancel={props.onCancel}
    >
      <TargetField id="transfer" value={value} error={faults.target} onChange={change} />
      <WordsField
        id="transfer-reason"
        label={words.reason}
        most={300}
        value={value.reason}
        error={faults.reason}
        onChange={(reason) => change({ reason })}
      />
    </ActionForm>
  )
}
