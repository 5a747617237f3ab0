import { Checkbox } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { disputeMatter } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import { messages as acts } from './actions.messages.ts'
import type { FormProps } from './form-props.ts'
import { messages } from './loop-forms.messages.ts'
import { isChosen, noTarget, TargetField, targetIn } from './target-field.tsx'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

const empty = { ...noTarget, reason: '', suggests: false }

function useDisputing({ detail, onDone }: FormProps) {
  const words = useMessages(messages)
  const { done } = useMessages(acts)
  const { id } = detail.matter
  const form = useForm(`staff.dispute.${id}`, empty, (value) => ({
    reason: value.reason.trim() ? undefined : words.need.reason,
    target: value.suggests && !isChosen(value) ? words.need.target : undefined,
  }))
  const action = useStaffAction(disputeMatter, touched)
  const send = () =>
    form.send(async ({ reason, suggests, ...target }) => {
      const body = { reason: reason.trim(), ...(suggests && targetIn(target)) }
      if (!(await action.run({ params: { matterId: id }, body }))) return false
      onDone(done.dispute)
      return true
    })
  return { form, action, send }
}

/** "Not ours": why, and whose it might be; the level above decides. */
export function DisputeForm(props: FormProps) {
  const words = useMessages(messages)
  const { form, action, send } = useDisputing(props)
  const { value, change, faults } = form
  return (
    <ActionForm
      action="dispute"
      detail={props.detail}
      what={words.disputeWhat}
      running={action}
      onSubmit={send}
      onCancel={props.onCancel}
    >
      <WordsField
        id="dispute-reason"
        label={words.disputeReason}
        most={300}
        value={value.reason}
        error={faults.reason}
        onChange={(reason) => change({ reason })}
      />
      <Checkbox
        className="m-tick"
        checked={value.suggests}
        onChange={(event) => change({ suggests: event.target.checked })}
      >
        {words.suggest}
      </Checkbox>
      {value.suggests && <TargetField id="dispute" value={value} error={faults.target} onChange={change} />}
    </ActionForm>
  )
}
