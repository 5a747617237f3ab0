import { InputNumber } from 'antd'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { extendMatter } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import { messages as acts } from './actions.messages.ts'
import type { FormProps } from './form-props.ts'
import { messages } from './loop-forms.messages.ts'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

const empty: { amount: number | null; reason: string } = { amount: 1, reason: '' }

function useExtending({ detail, onDone }: FormProps) {
  const words = useMessages(messages)
  const { done } = useMessages(acts)
  const { id } = detail.matter
  const form = useForm(`staff.extend.${id}`, empty, ({ amount, reason }) => ({
    amount: amount ? undefined : words.need.amount,
    reason: reason.trim() ? undefined : words.need.reason,
  }))
  const action = useStaffAction(extendMatter, touched)
  const send = () =>
    form.send(async ({ amount, reason }) => {
      if (!amount) return false
      const body = { amount, reason: reason.trim() }
      if (!(await action.run({ params: { matterId: id }, body }))) return false
      onDone(done.extend)
      return true
    })
  return { form, action, send }
}

/** More time, once: how much, what date that makes, and why. */
export function ExtendForm(props: FormProps) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const dates = useDates()
  const { form, action, send } = useExtending(props)
  const { promise, foreseen } = props.detail
  const due = form.value.amount ? foreseen.extension?.dues[form.value.amount - 1] : undefined
  return (
    <ActionForm
      action="extend"
      detail={props.detail}
      what={due && words.newDue(dates.due(due))}
      running={action}
      onSubmit={send}
      onCancel={props.onCancel}
    >
      <Labelled
        id="extend-amount"
        label={words.amount}
        hint={words.most(known.limit[promise.unit](promise.amount))}
        error={form.faults.amount}
      >
        <InputNumber
          id="extend-amount"
          min={1}
          max={promise.amount}
          precision={0}
          suffix={words.unitNames[promise.unit]}
          value={form.value.amount}
          onChange={(amount) => form.change({ amount })}
        />
      </Labelled>
      <WordsField
        id="extend-reason"
        label={words.reason}
        hint={words.extendHint}
        most={300}
        value={form.value.reason}
        error={form.faults.reason}
        onChange={(reason) => form.change({ reason })}
      />
    </ActionForm>
  )
}
