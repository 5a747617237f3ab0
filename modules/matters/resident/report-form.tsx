import { useEffect, useRef, useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { MistakeSummary, Notice } from '#kernel/ui/notice/notice.tsx'
import type { DraftState } from '#kernel/web/draft.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { PlacePage, Question } from '../contract.ts'
import { JoinOffers } from './join-offers.tsx'
import { ConsentLine, ContactFields, ForChild, Visibility } from './report-contact.tsx'
import { mistakesOf, type Mistakes, type ReportDraft, type Where } from './report-draft.ts'
import { messages } from './report.messages.ts'
import { ReportPromise } from './report-promise.tsx'
import { ReportTelling } from './report-telling.tsx'
import { SubjectPicker } from './subject-picker.tsx'
import { SubjectQuestions } from './subject-questions.tsx'

const FIRST_WRONG = '[aria-invalid=true], .m-picker--wrong button, [data-wrong] input, [data-wrong] button'

/** One mistake takes the focus to its field; several are summed at the top, where the focus then goes. */
function useMistakes(value: ReportDraft, questions: readonly Question[]) {
  const words = useMessages(messages)
  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  const [said, setSaid] = useState<readonly string[]>([])
  useEffect(() => {
    if (said.length !== 1) return
    form.current?.querySelector<HTMLElement>(FIRST_WRONG)?.focus()
  }, [said])

  function isRight(): boolean {
    const found = Object.values(mistakesOf(value, questions, words))
    setTries(tries + 1)
    setSaid(found)
    return found.length === 0
  }

  const mistakes: Mistakes = tries > 0 ? mistakesOf(value, questions, words) : {}
  return { form, mistakes, tries, summed: said.length > 1 ? [...new Set(said)] : [], isRight }
}

type Props = {
  draft: DraftState<ReportDraft>
  where: Where
  page: PlacePage | undefined
  onSend: () => void
}

/** The one form. What is wrong is said beside the field. */
export function ReportForm({ draft, where, page, onSend }: Props) {
  const words = useMessages(messages)
  const { value, change } = draft
  const subjects = page?.groups.flatMap((group) => group.subjects) ?? []
  const chosen = subjects.find((subject) => subject.key === value.subject)
  const questions = chosen?.questions ?? []
  const { form, mistakes, tries, summed, isRight } = useMistakes(value, questions)
  const about = value.where ?? where

  function send(event: { preventDefault: () => void }) {
    event.preventDefault()
    if (isRight()) onSend()
  }

  return (
    <form ref={form} className="y-stack m-form" noValidate onSubmit={send}>
      {value.id && <Notice>{words.mended}</Notice>}
      <MistakeSummary key={tries} mistakes={summed} />
      <SubjectPicker
        groups={page?.groups}
        group={value.group}
        subject={value.subject}
        problem={mistakes['subject']}
        onChange={({ group, subject }) =>
          // Another subject asks other things, and neighbours said other things about it.
          change(subject === value.subject ? { group } : { group, subject, joins: '', answers: {} })
        }
      />
      <JoinOffers
        where={about}
        subject={value.subject}
        joins={value.joins}
        onChoose={(joins) => change({ joins })}
      />
      {!value.joins && (
        <SubjectQuestions
          questions={questions}
          answers={value.answers}
          mistakes={mistakes}
          onChange={(answers) => change({ answers })}
        />
      )}
      <ReportTelling draft={draft} mistakes={mistakes} />
      <ContactFields draft={draft} mistakes={mistakes} />
      {!value.joins && <Visibility draft={draft} mayBePublic={chosen?.mayBePublic ?? true} />}
      <ForChild draft={draft} mistakes={mistakes} />
      <ConsentLine />
      {!value.joins && <ReportPromise where={about} subject={value.subject} />}
      <div className="m-send">
        <Button kind="primary" wide submit>
          {value.joins ? words.sendJoining : words.send}
        </Button>
      </div>
    </form>
  )
}
