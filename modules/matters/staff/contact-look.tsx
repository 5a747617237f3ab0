import { Button, Input, Popover } from 'antd'
import { useState, type FormEvent } from 'react'
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

function Look({ matterId, reportId, onHide }: Props & { onHide: () => void }) {
  const words = useMessages(messages)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [contact, setContact] = useState<{ name?: string; phone?: string }>()
  const action = useAction(lookAtContact)
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (!reason.trim()) return
    setContact(await action.run({ params: { matterId, reportId }, body: { reason: reason.trim() } }))
  }
  if (contact) {
    return (
      <div className="m-look-pop" role="status">
        <p className="m-contact">
          {contact.name} {contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
        </p>
        <p className="m-second">{words.lookOnce}</p>
        <Button size="small" onClick={onHide}>
          {words.hide}
        </Button>
      </div>
    )
  }
  return (
    <form className="m-look-pop" onSubmit={(event) => void submit(event)}>
      <ProblemNote problem={action.problem} />
      <Labelled
        id={`look-${reportId}`}
        label={words.lookReason}
        hint={words.lookHint}
        error={tried && !reason.trim() ? words.reasonNeeded : undefined}
      >
        <Input
          id={`look-${reportId}`}
          autoFocus
          maxLength={100}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Labelled>
      <p className="m-chips">
        {words.lookReasons.map((one) => (
          <Button key={one} size="small" onClick={() => setReason(one)}>
            {one}
          </Button>
        ))}
      </p>
      <Button type="primary" htmlType="submit" loading={action.busy}>
        {words.lookNow}
      </Button>
    </form>
  )
}
