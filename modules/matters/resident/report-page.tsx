import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import type { KeptState } from '#kernel/web/use-kept-route.ts'
import { useDraft } from '#kernel/web/draft.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { PlacePage } from '../contract.ts'
import { AskDirectly } from './ask-directly.tsx'
import { MyReports } from './my-reports.tsx'
import { OpenHere } from './open-here.tsx'
import { PlaceHead } from './place-head.tsx'
import { draftName, emptyReport, type Where } from './report-draft.ts'
import { Reporting } from './reporting.tsx'
import { ResidentFoot } from './resident-foot.tsx'
import { messages } from './report.messages.ts'
import './report.css'

type Props = { from: KeptState<PlacePage>; where: Where; back?: string }

/** Say it, show it, send it. Below it whom to ask and what is in hand, where there is no page above that tells it. */
export function ReportAt({ from, where, back }: Props) {
  const words = useMessages(messages)
  const { data, problem, reload } = from
  const draft = useDraft(draftName(where), emptyReport)
  const token = 'door' in where ? where.door : undefined
  return (
    <Page title={words.title} place={<PlaceHead place={data?.place} />} {...(back && { back })}>
      {!data && <ProblemBox problem={problem} onRetry={reload} />}
      <Reporting page={data} where={where} draft={draft} />
      {data && <AskDirectly contacts={data.contacts} token={token} />}
      {data && !back && <OpenHere open={data.open} />}
      {!back && <MyReports />}
      <ResidentFoot area={data?.place.communityId} />
    </Page>
  )
}
