import { Button } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { acceptMatter, closeMatter } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import type { FormProps } from './form-props.ts'
import { messages } from './actions.messages.ts'

/** Accepting: taking it oneself, or leaving open who handles it. */
export function AcceptForm({ detail, onDone, onCancel }: FormProps) {
  const words = useMessages(messages)
  const action = useStaffAction(acceptMatter, touched)
  async function accept(take: boolean): Promise<void> {
    const params = { matterId: detail.matter.id }
    if (await action.run({ params, body: { take } })) onDone(words.done.accept)
  }
  return (
    <ActionForm
      action="accept"
      detail={detail}
      what={words.acceptWhat}
      running={action}
      submitName={words.acceptAndTake}
      other={
        <Button disabled={action.busy} onClick={() => void accept(false)}>
          {words.acceptOnly}
        </Button>
      }
      onSubmit={() => accept(true)}
      onCancel={onCancel}
    />
  )
}

/** Closing what was answered and asked after. */
export function CloseForm({ detail, onDone, onCancel }: FormProps) {
  const words = useMessages(messages)
  const action = useStaffAction(closeMatter, touched)
  async function close(): Promise<void> {
    if (await action.run({ params: { matterId: detail.matter.id }, body: {} })) onDone(words.done.close)
  }
  return (
    <ActionForm
      action="close"
      detail={detail}
      what={words.closeWhat}
      running={action}
      onSubmit={close}
      onCancel={onCancel}
    />
  )
}
