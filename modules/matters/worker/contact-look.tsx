import { useState } from 'react'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { TextField } from '#kernel/ui/field/field.tsx'
import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Sheet } from '#kernel/ui/sheet/sheet.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useAction } from '#kernel/web/use-action.ts'
import { lookAtContact } from '../web/routes.generated.ts'
import { Chips } from './chips.tsx'
import { messages } from './matter.messages.ts'

type Contact = { name?: string; phone?: string; email?: string }
type Whose = { matterId: string; reportId: string }

function Ask({ whose, onShown }: { whose: Whose; onShown: (contact: Contact) => void }) {
  const words = useMessages(messages)
  const [reason, setReason] = useState('')
  const [pressed, setPressed] = useState(false)
  const { run, busy, problem } = useAction(lookAtContact)
  async function look() {
    setPressed(true)
    if (!reason.trim()) return
    const contact = await run({ params: whose, body: { reason: reason.trim() } })
    if (contact) onShown(contact)
  }
  return (
    <>
      <p className="y-second">{words.lookWhy}</p>
      <Chips label={words.lookReason} phrases={words.lookReasons} onPick={setReason} />
      <TextField
        label={words.lookReason}
        value={reason}
        maxLength={100}
        onChange={setReason}
        problem={pressed && !reason.trim() ? words.noReason : undefined}
      />
      <ProblemBox problem={problem} />
      <Button kind="primary" wide busy={busy} onPress={() => void look()}>
        {words.lookNow}
      </Button>
    </>
  )
}

function Shown({ contact }: { contact: Contact }) {
  const words = useMessages(messages)
  if (!contact.phone)
    return <p>{[contact.name, contact.email].filter(Boolean).join(' ') || words.noContact}</p>
  return (
    <>
      <p className="mt-number">
        {contact.name && <span>{contact.name}</span>}
        <strong>{contact.phone}</strong>
      </p>
      {contact.email && <p>{contact.email}</p>}
      <ButtonLink to={`tel:${contact.phone.replace(/[^+\d]/g, '')}`} kind="primary" wide icon="phone">
        {words.call(contact.name ?? '')}
      </ButtonLink>
    </>
  )
}

/** The masked number; the whole one after a reason, which goes on record. It stays nowhere on the phone. */
export function ContactLook({ whose, masked, may }: { whose: Whose; masked: string; may: boolean }) {
  const words = useMessages(messages)
  const [asking, setAsking] = useState(false)
  const [contact, setContact] = useState<Contact>()
  const close = () => {
    setAsking(false)
    setContact(undefined)
  }
  return (
    <div className="mt-contact">
      <span>
        <span className="y-unseen">{words.phone}</span> {masked}
      </span>
      {may && (
        <Button icon="phone" onPress={() => setAsking(true)}>
          {words.look}
        </Button>
      )}
      <Sheet title={contact ? words.phone : words.lookTitle} open={asking} onClose={close}>
        {contact ? <Shown contact={contact} /> : <Ask whose={whose} onShown={setContact} />}
      </Sheet>
    </div>
  )
}
