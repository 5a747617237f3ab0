import { Button, Input, Popover, type InputRef } from 'antd'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAction } from '#kernel/web/use-action.ts'
import { lookAtContact } from '../web/routes.generated.ts'
import { messages } from './detail.messages.ts'

type Props = { readonly matterId: string; readonly reportId: string }

/** The whole name and number of a reporter, for a reason that is recorded; gone again once closed. */
export function ContactLook(props: Props) {
  const words = useMessages(messages)
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<Look {...props} onHide={() => setOpen(false)} />}
    >
      <Button size="small" type="link" className="m-look" aria-expanded={isOpen}>
        {words.look}
      </Button>
    </Popover>
  )
}

type Contact = { readonly name?: string; readonly phone?: string; readonly email?: string }

function Look({ onHide, ...ids }: Props & { onHide: () => void }) {
  const words = useMessages(messages)
  const [contact, setContact] = useState<Contact>()
  if (!contact) return <ReasonForm {...ids} onSeen={setContact} />
  return (
    <div className="m-look-pop" role="status">
      <p className="m-contact">
        {contact.name} {contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}{' '}
        {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
      </p>
      <p className="m-second">{words.lookOnce}</p>
      <Button size="small" onClick={onHide}>
        {words.hide}
      </Button>
    </div>
  )
}

function ReasonForm({ matterId, reportId, onSeen }: Props & { onSeen: (contact: Contact) => void }) {
  const words = useMessages(messages)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const action = useAction(lookAtContact)
  const field = useRef<InputRef>(null)
  useEffect(() => field.current?.focus(), [])
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (!reason.trim()) return
    const contact = await action.run({ params: { matterId, reportId }, body: { reason: reason.trim() } })
    if (contact) onSeen(contact)
  }
  const id = `look-${reportId}`
  const fault = isTried && !reason.trim() ? words.reasonNeeded : undefined
  return (
    <form className="m-look-pop" onSubmit={(event) => void submit(event)}>
      <ProblemNote problem={action.problem} />
      <Labelled id={id} label={words.lookReason} hint={words.lookHint} error={fault}>
        <Input
          id={id}
          ref={field}
          maxLength={100}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Labelled>
      <Reasons onChoose={setReason} />
      <Button type="primary" htmlType="submit" loading={action.busy}>
        {words.lookNow}
      </Button>
    </form>
  )
}

/** The usual reasons, one tap each. */
function Reasons({ onChoose }: { onChoose: (reason: string) => void }) {
  const words = useMessages(messages)
  return (
    <p className="m-chips">
      {words.lookReasons.map((one) => (
        <Button key={one} size="small" onClick={() => onChoose(one)}>
          {one}
        </Button>
      ))}
    </p>
  )
}
