import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Action } from '#kernel/web/use-action.ts'
import type { Organisation } from '../contract.ts'
import { endOrganisation } from '../web/routes.generated.ts'
import { messages } from './organisations.messages.ts'

/** Says what ending does, and asks why. */
export function EndOrganisation(props: {
  organisation: Organisation
  onDone: () => void
  onClose: () => void
}) {
  const { ending: words } = useMessages(messages)
  const { message } = App.useApp()
  const { id, name } = props.organisation
  const ending = useStaffAction(endOrganisation, { invalidates: ['/organisations'] })
  async function end(reason: string): Promise<void> {
    if (!(await ending.run({ params: { organisationId: id }, query: { reason } }))) return
    void message.success(words.done(name))
    props.onDone()
  }
  return (
    <WithReason
      title={words.title(name)}
      effects={words.effects}
      label={words.reason}
      confirm={words.confirm}
      action={ending}
      onConfirm={(reason) => void end(reason)}
      onClose={props.onClose}
    />
  )
}

/** A question that wants its reason before anything is done. */
export function WithReason(props: {
  title: string
  effects: readonly string[]
  label: string
  confirm: string
  action: Pick<Action<never, unknown>, 'busy' | 'problem'>
  onConfirm: (reason: string) => void
  onClose: () => void
}) {
  const { ending: words } = useMessages(messages)
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const missing = isChecked && reason.trim() === ''
  const confirm = (): void => {
    setChecked(true)
    if (reason.trim() !== '') props.onConfirm(reason.trim())
  }
  return (
    <Modal
      open
      title={props.title}
      okText={props.confirm}
      okButtonProps={{ danger: true }}
      cancelText={words.keep}
      confirmLoading={props.action.busy}
      onOk={confirm}
      onCancel={props.onClose}
    >
      <ProblemNote problem={props.action.problem} />
      <ul className="g-list">
        {props.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <Labelled id="end-reason" label={props.label} error={missing ? words.reasonMissing : undefined}>
        <Input
          id="end-reason"
          maxLength={200}
          value={reason}
          aria-invalid={missing}
          onChange={(event) => setReason(event.target.value)}
        />
      </Labelled>
    </Modal>
  )
}
