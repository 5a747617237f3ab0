import { useEffect, useState } from 'react'
import { useParams } from 'wouter'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { useDraft } from '#kernel/web/draft.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import type * as contract from '../contract.ts'
import { openDoor } from '../web/routes.generated.ts'
import { AskDirectly } from './ask-directly.tsx'
import { MyReports } from './my-reports.tsx'
import { OpenHere } from './open-here.tsx'
import { placeLine } from './place-line.ts'
import { emptyReport } from './report-draft.ts'
import { ReportForm } from './report-form.tsx'
import { messages } from './report.messages.ts'
import { SendingNow, SentLater } from './sending-now.tsx'
import { UnsentCard } from './unsent-reports.tsx'
import { useSending } from './use-sending.ts'
import './report.css'

type Door = ReturnsOf<typeof contract.openDoor>

function Place({ place }: { place: Door['place'] | undefined }) {
  if (!place) return <span className="y-page__place--waiting" />
  const { near, far } = placeLine(place.pathNames)
  return (
    <>
      {far && <span className="m-place__far">{far}</span>}
      <strong className="m-place__near">{[near, place.facility].filter(Boolean).join(' · ')}</strong>
    </>
  )
}

function UnknownDoor() {
  const words = useMessages(messages)
  return (
    <Page title={words.doorUnknownTitle}>
      <p>{words.doorUnknown}</p>
      <ButtonLink to="/" icon="home">
        {words.homePage}
      </ButtonLink>
    </Page>
  )
}

/** The form, or what became of what was just written in it. */
function Reporting({ door, token }: { door: Door | undefined; token: string }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const draft = useDraft(`report:${token}`, emptyReport)
  const { current, unsent, problem, send, change } = useSending(token, draft)
  const [another, setAnother] = useState(false)
  const isSending = current !== undefined
  useEffect(() => {
    if (isSending) scrollTo(0, 0)
  }, [isSending])

  function sendNamed() {
    const subjects = door?.groups.flatMap((group) => group.subjects)
    const chosen = subjects?.find((subject) => subject.key === draft.value.subject)
    send([chosen?.[language], door?.place.name].filter(Boolean).join(' · '))
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
        <ReportForm draft={draft} groups={door?.groups} open={door?.open ?? []} onSend={sendNamed} />
      ) : (
        <Button icon="plus" onPress={() => setAnother(true)}>
          {words.another}
        </Button>
      )}
    </>
  )
}

/** What the code on a door opens: say it, show it, send it. */
export function ReportPage() {
  const words = useMessages(messages)
  const { token } = useParams<{ token: string }>()
  const { data, problem, reload } = useRoute(openDoor, { params: { token } })
  if (problem?.status === 404) return <UnknownDoor />
  return (
    <Page title={words.title} place={<Place place={data?.place} />}>
      {!data && <ProblemBox problem={problem} onRetry={reload} />}
      <Reporting door={data} token={token} />
      {data && <AskDirectly contacts={data.contacts} token={token} />}
      {data && <OpenHere open={data.open} />}
      <MyReports />
    </Page>
  )
}
