import { useParams } from 'wouter'
import { ButtonLink } from '#kernel/ui/button/button.tsx'
import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useDraft } from '#kernel/web/draft.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useKeptRoute } from '#kernel/web/use-kept-route.ts'
import { openDoor } from '../web/routes.generated.ts'
import { AskDirectly } from './ask-directly.tsx'
import { MyReports } from './my-reports.tsx'
import { OpenHere } from './open-here.tsx'
import { PlaceHead } from './place-head.tsx'
import { emptyReport } from './report-draft.ts'
import { Reporting } from './reporting.tsx'
import { messages } from './report.messages.ts'
import './report.css'

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
  const { token } = useParams<{ token: string }>()
  const { data, problem, reload } = useKeptRoute(openDoor, { params: { token } })
  const draft = useDraft(`report:${token}`, emptyReport)
  if (problem?.status === 404) return <UnknownDoor />
  return (
    <Page title={words.title} place={<PlaceHead place={data?.place} />}>
      {!data && <ProblemBox problem={problem} onRetry={reload} />}
      <Reporting page={data} where={{ door: token }} draft={draft} />
      {data && <AskDirectly contacts={data.contacts} token={token} />}
      {data && <OpenHere open={data.open} />}
      <MyReports />
    </Page>
  )
}
