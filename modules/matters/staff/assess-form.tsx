import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { assessMatter } from '../web/routes.generated.ts'
import { touched } from './action-form.tsx'
import { messages as acts } from './actions.messages.ts'
import type { FormProps } from './form-props.ts'
import { messages } from './loop-forms.messages.ts'
import { OneTextForm } from './one-text-form.tsx'

/** A level above finds that a settled matter lies beyond what the unit answers for, or takes that back. */
export function AssessForm(props: FormProps) {
  const words = useMessages(messages)
  const { done } = useMessages(acts)
  const action = useStaffAction(assessMatter, touched)
  const { matter, isBeyond } = props.detail
  async function send(reason: string): Promise<boolean> {
    const body = { isBeyond: !isBeyond, reason }
    if (!(await action.run({ params: { matterId: matter.id }, body }))) return false
    props.onDone(done.assess)
    return true
  }
  return (
    <OneTextForm
      {...props}
      action="assess"
      label={isBeyond ? words.withinReason : words.beyondReason}
      hint={words.beyondHint}
      most={300}
      need={words.need.reason}
      what={isBeyond ? words.withinWhat : words.beyondWhat}
      running={action}
      onSend={send}
    />
  )
}
