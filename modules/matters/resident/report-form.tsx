import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '#kernel/ui/button/button.tsx'
import { PhoneField, TextArea, TextField } from '#kernel/ui/field/field.tsx'
import { MistakeSummary, Notice } from '#kernel/ui/notice/notice.tsx'
import { PhotoPicker } from '#kernel/ui/photo-picker/photo-picker.tsx'
import { Tick } from '#kernel/ui/tick/tick.tsx'
import type { DraftState } from '#kernel/web/draft.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { PublicMatter } from '../contract.ts'
import { AlreadyHere } from './open-here.tsx'
import { MOST_PHOTOS, MOST_WORDS, mistakesOf, type Mistakes, type ReportDraft } from './report-draft.ts'
import { messages } from './report.messages.ts'
import { SubjectPicker, type Group } from './subject-picker.tsx'

type Props = {
  draft: DraftState<ReportDraft>
  groups: readonly Group[] | undefined
  open: readonly PublicMatter[]
  onSend: () => void
}

type PartProps = { draft: DraftState<ReportDraft>; mistakes: Mistakes }

function Telling({ draft, mistakes }: PartProps) {
  const words = useMessages(messages)
  const { value, change } = draft
  return (
    <>
      <TextArea
        label={words.situation}
        placeholder={words.situationHow}
        most={MOST_WORDS}
        value={value.words}
        onChange={(text) => change({ words: text })}
        problem={mistakes.words}
      />
      <PhotoPicker
        label={words.photo}
        most={MOST_PHOTOS}
        photos={value.photos}
        onChange={(photos) => change({ photos })}
      />
    </>
  )
}

/** Whom to answer, and who else may see it. */
function ContactFields({ draft, mistakes }: PartProps) {
  const words = useMessages(messages)
  const { value, change } = draft
  return (
    <>
      <PhoneField
        label={words.phone}
        hint={words.phoneWhy}
        value={value.contactPhone}
        onChange={(contactPhone) => change({ contactPhone })}
        problem={mistakes.contactPhone}
      />
      <TextField
        label={words.contactName}
        placeholder={words.nameExample}
        autoComplete="name"
        maxLength={40}
        value={value.contactName}
        onChange={(contactName) => change({ contactName })}
      />
      <Tick
        label={words.onlyStaff}
        hint={words.onlyStaffWhy}
        checked={value.isPrivate}
        onChange={(isPrivate) => change({ isPrivate })}
      />
      <p className="y-second">
        <Link className="m-link" href="/notice">
          {words.notice}
        </Link>
      </p>
    </>
  )
}

/** One mistake takes the focus to its field; several are summed at the top, where the focus then goes. */
function useMistakes(value: ReportDraft) {
  const words = useMessages(messages)
  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  const [said, setSaid] = useState<readonly string[]>([])
  useEffect(() => {
    if (said.length !== 1) return
    form.current?.querySelector<HTMLElement>('[aria-invalid=true], .m-picker--wrong button')?.focus()
  }, [said])

  function isRight(): boolean {
    const found = Object.values(mistakesOf(value, words))
    setTries(tries + 1)
    setSaid(found)
    return found.length === 0
  }

  const mistakes: Mistakes = tries > 0 ? mistakesOf(value, words) : {}
  return { form, mistakes, tries, summed: said.length > 1 ? said : [], isRight }
}

/** The one form of the door page. What is wrong is said beside the field. */
export function ReportForm({ draft, groups, open, onSend }: Props) {
  const words = useMessages(messages)
  const { value, change } = draft
  const { form, mistakes, tries, summed, isRight } = useMistakes(value)

  function send(event: { preventDefault: () => void }) {
    event.preventDefault()
    if (isRight()) onSend()
  }

  return (
    <form ref={form} className="y-stack m-form" noValidate onSubmit={send}>
      {value.id && <Notice>{words.mended}</Notice>}
      <MistakeSummary key={tries} mistakes={summed} />
      <SubjectPicker
        groups={groups}
        group={value.group}
        subject={value.subject}
        problem={mistakes.subject}
        onChange={change}
      />
      <Telling draft={draft} mistakes={mistakes} />
      <AlreadyHere open={open} subject={value.subject} />
      <ContactFields draft={draft} mistakes={mistakes} />
      <div className="m-send">
        <Button kind="primary" wide submit>
          {words.send}
        </Button>
      </div>
    </form>
  )
}
