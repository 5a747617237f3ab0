import { useEffect, useRef, useState } from 'react'
import { useParams } from 'wouter'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useDraft } from '#kernel/web/draft.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import { openDoor } from '../web/routes.generated.ts'
import { AskDirectly } from './ask-directly.tsx'
import { useKeptReceipts } from './kept-receipts.ts'
import { MyReports } from './my-reports.tsx'
import { OpenHere } from './open-here.tsx'
import { placeLine } from './place-line.ts'
import { emptyReport } from './report-draft.ts'
import { ReportForm } from './report-form.tsx'
import { messages } from './report.messages.ts'
import { UnsentCard, type UnsentReport } from './unsent-reports.tsx'
import { useSending } from './use-sending.ts'
import './report.css'

function Place({ names, facility }: { names: readonly string[] | undefined; facility: string | undefined }) {
  if (!names) return <span className="y-page__place--waiting" />
  const { near, far } = placeLine(names)
  return (
    <>
      {far && <span className="m-place__far">{far}</span>}
      <strong className="m-place__near">{[near, facility].filter(Boolean).join(' · ')}</strong>
    </>
  )
}

function SendingNow({ item }: { item: UnsentReport | 'starting' }) {
  const words = useMessages(messages)
  const photos = item === 'starting' ? [] : item.photos
  const done = photos.filter((photo) => photo.sent).length
  return (
    <Notice>
      <p>
        <strong>{done < photos.length ? words.sendingPhotos(done + 1, photos.length) : words.sending}</strong>
      </p>
      <p>{words.stayOrGo}</p>
    </Notice>
  )
}

/** A receipt that came back for something sent earlier, while this page was open. */
function SentLater() {
  const words = useMessages(messages)
  const receipts = useKeptReceipts()
  const before = useRef(receipts[0]?.code)
  const latest = receipts[0]
  if (!latest || latest.code === before.current) return null
  return (
    <Notice kind="good">
      <p>{words.sentLater(latest.number)}</p>
      <ButtonLink to={`/r/${encodeURIComponent(latest.code)}`}>{words.seeProgress}</ButtonLink>
    </Notice>
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

/** What the code on a door opens: say it, show it, send it. */
export function ReportPage() {
  const words = useMessages(messages)
  const language = useLanguage()
  const { token = '' } = useParams<{ token: string }>()
  const { data, problem, reload } = useRoute(openDoor, { params: { token } })
  const draft = useDraft(`report:${token}`, emptyReport)
  const sending = useSending(token, draft)
  const [another, setAnother] = useState(false)
  const sentNow = sending.current !== undefined
  useEffect(() => {
    if (sentNow) scrollTo(0, 0)
  }, [sentNow])

  if (problem?.status === 404) return <UnknownDoor />
  const subjects = data?.groups.flatMap((group) => group.subjects)
  const chosen = subjects?.find((subject) => subject.key === draft.value.subject)
  const label = [chosen?.[language] ?? draft.value.subject, data?.place.name].filter(Boolean).join(' · ')
  const showsForm = !sentNow && (sending.unsent.length === 0 || another || draft.value.subject !== '')
  return (
    <Page title={words.title} place={<Place names={data?.place.pathNames} facility={data?.place.facility} />}>
      {!sentNow && <SentLater />}
      {sending.current && <SendingNow item={sending.current} />}
      {sending.unsent.map((item) => (
        <UnsentCard key={item.id} item={item} onChange={sending.change} />
      ))}
      {!data && <ProblemBox problem={problem} onRetry={reload} />}
      {!sentNow && <ProblemBox problem={sending.problem} />}
      {!sentNow && !showsForm && (
        <Button icon="plus" onPress={() => setAnother(true)}>
          {words.another}
        </Button>
      )}
      {showsForm && (
        <ReportForm
          draft={draft}
          groups={data?.groups}
          open={data?.open ?? []}
          onSend={() => sending.send(label)}
        />
      )}
      {data && <AskDirectly contacts={data.contacts} token={token} />}
      {data && <OpenHere open={data.open} />}
      <MyReports />
    </Page>
  )
}
