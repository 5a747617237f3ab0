import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { personName } from '../web/person-name.ts'
import { decideMatter } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import { messages as acts } from './actions.messages.ts'
import { Choices } from './choices.tsx'
import type { FormProps } from './form-props.ts'
import { messages } from './loop-forms.messages.ts'
import { isChosen, noTarget, TargetField, targetIn } from './target-field.tsx'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

type Decision = 'stays' | 'goes' | ''
const empty = { ...noTarget, decision: '' as Decision, reason: '' }

function useDeciding({ detail, onDone }: FormProps) {
  const words = useMessages(messages)
  const { done } = useMessages(acts)
  const { id } = detail.matter
  const form = useForm(`staff.decide.${id}`, empty, (value) => ({
    decision: value.decision ? undefined : words.need.decision,
    target: value.decision === 'goes' && !isChosen(value) ? words.need.target : undefined,
    reason: value.reason.trim() ? undefined : words.need.reason,
  }))
  const action = useStaffAction(decideMatter, touched)
  const send = () =>
    form.send(async ({ decision, reason, ...target }) => {
      const body = { reason: reason.trim(), ...(decision === 'goes' && targetIn(target)) }
      if (!(await action.run({ params: { matterId: id }, body }))) return false
      onDone(done.decide)
      return true
    })
  return { form, action, send }
}

/** Deciding a disputed dispatch: what the one side says, then whether it stays or where it goes. */
export function DecideForm(props: FormProps) {
  const words = useMessages(messages)
  const { form, action, send } = useDeciding(props)
  const { value, change, faults } = form
  return (
    <ActionForm
      action="decide"
      detail={props.detail}
      what={words.decideWhat}
      running={action}
      onSubmit={send}
      onCancel={props.onCancel}
    >
      <Said detail={props.detail} />
      <Choices
        legend={words.decision}
        name="decision"
        options={words.decisions}
        value={value.decision}
        error={faults.decision}
        onChange={(decision) => change({ decision })}
      />
      {value.decision === 'goes' && (
        <TargetField id="decide" value={value} error={faults.target} onChange={change} />
      )}
      <WordsField
        id="decide-reason"
        label={words.reason}
        most={300}
        value={value.reason}
        error={faults.reason}
        onChange={(reason) => change({ reason })}
      />
    </ActionForm>
  )
}

function Said({ detail: { dispute } }: Pick<FormProps, 'detail'>) {
  const words = useMessages(messages)
  const language = useLanguage()
  if (!dispute) return null
  return (
    <blockquote className="m-quote">
      <strong>{words.disputed(dispute.by ? personName(dispute.by, language) : '')}</strong>
      <p>{[dispute.words, dispute.suggests].filter(Boolean).join(' → ')}</p>
    </blockquote>
  )
}
