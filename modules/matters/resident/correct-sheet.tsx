import { useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { PhoneField, TextField } from '#kernel/ui/field/field.tsx'
import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Sheet } from '#kernel/ui/sheet/sheet.tsx'
import { Tick } from '#kernel/ui/tick/tick.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useAction } from '#kernel/web/use-action.ts'
import type { Access, DataRequest, KeptReport } from '../contract.ts'
import { correctContact } from '../web/routes.generated.ts'
import { messages } from './own-data.messages.ts'

type Props = {
  access: Access
  about: readonly KeptReport[]
  onClose: () => void
  onDone: (request: DataRequest) => void
}

/** Name and number for all that is shown; a number that shows in part only stays unless it is typed anew. */
export function CorrectSheet({ access, about, onClose, onDone }: Props) {
  const words = useMessages(messages)
  const named = about.find((kept) => kept.contactName || kept.contactPhone)
  const [name, setName] = useState(named?.contactName ?? '')
  const [phone, setPhone] = useState('')
  const [stays, setStays] = useState(named?.contactPhone !== undefined)
  const [tellBySms, setTellBySms] = useState(named?.tellsBySms ?? true)
  const [wrong, setWrong] = useState<string>()
  const { run, busy, problem } = useAction(correctContact)

  async function save() {
    const typed = phone.trim()
    const isWrong = !stays && typed !== '' && !/^[0-9+() -]{5,24}$/.test(typed)
    setWrong(isWrong ? words.phoneWrong : undefined)
    if (isWrong) return
    const number = stays ? {} : { contactPhone: typed }
    const answer = await run({ body: { ...access, contactName: name.trim(), ...number, tellBySms } })
    if (answer) onDone(answer.request)
  }

  return (
    <Sheet title={words.correct} open onClose={onClose}>
      <form
        className="y-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p className="y-second">{words.correctHow}</p>
        <TextField label={words.contactName} maxLength={40} value={name} onChange={setName} />
        {named?.contactPhone && (
          <Tick label={`${words.keepPhone} ${named.contactPhone}`} checked={stays} onChange={setStays} />
        )}
        {!stays && (
          <PhoneField label={words.contactPhone} value={phone} onChange={setPhone} problem={wrong} />
        )}
        <Tick label={words.tellBySms} checked={tellBySms} onChange={setTellBySms} />
        <ProblemBox problem={problem} />
        <Button kind="primary" wide submit busy={busy}>
          {words.save}
        </Button>
      </form>
    </Sheet>
  )
}
