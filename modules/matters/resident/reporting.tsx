import { useEffect, useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import type { DraftState } from '#kernel/web/draft.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { PlacePage } from '../contract.ts'
import type { ReportDraft, Where } from './report-draft.ts'
import { ReportForm } from './report-form.tsx'
import { messages } from './report.messages.ts'
import { SendingNow, SentLater } from './sending-now.tsx'
import { UnsentCard } from './unsent-reports.tsx'
import { useSending } from './use-sending.ts'

type Props = { page: PlacePage | undefined; where: Where; draft: DraftState<ReportDraft> }

/** The form, or what became of what was just written in it. */
export function Reporting({ page, where, draft }: Props) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { current, unsent, problem, send, change } = useSending(where, draft, page?.consentVersion)
  const [another, setAnother] = useState(false)
  const isSending = current !== undefined
  useEffect(() => {
    if (isSending) scrollTo(0, 0)
  }, [isSending])

  function sendNamed() {
    const subjects = page?.groups.flatMap((group) => group.subjects)
    const chosen = subjects?.find((subject) => subject.key === draft.value.subject)
    send([chosen?.[language], page?.place.name].filter(Boolean).join(' · '))
  }

  if (current) return <SendingNow item={current} />
  const showsForm = unsent.length === 0 || another || draft.value.subject !== ''
  return (
    <>
      <SentLater />
      {unsent.map((item) => (
        <UnsentCard key={item.id} item={item} onChange={change} />
      ))}
      <ProblemBox problem={problem} />
      {showsForm ? (
        <ReportForm draft={draft} where={where} page={page} onSend={sendNamed} />
      ) : (
        <Button icon="plus" onPress={() => setAnother(true)}>
          {words.another}
        </Button>
      )}
    </>
  )
}
