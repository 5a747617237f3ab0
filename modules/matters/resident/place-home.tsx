import { useEffect } from 'react'
import { ButtonLink } from '#kernel/ui/button/button.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useDraft } from '#kernel/web/draft.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { KeptState } from '#kernel/web/use-kept-route.ts'
import { useOutbox } from '#kernel/web/use-outbox.ts'
import type { PlacePage } from '../contract.ts'
import { AskDirectly } from './ask-directly.tsx'
import { OpenHere } from './open-here.tsx'
import { PlaceHead } from './place-head.tsx'
import { draftName, emptyReport, isReport } from './report-draft.ts'
import { ReportsHere } from './reports-here.tsx'
import { ResidentFoot } from './resident-foot.tsx'
import { startSending } from './sending.ts'
import { messages } from './report.messages.ts'

/** What was begun or could not be sent is not lost from sight. */
function Unfinished({ token }: { token: string }) {
  const words = useMessages(messages)
  const { value } = useDraft(draftName({ door: token }), emptyReport)
  const waits = useOutbox().items.some(isReport)
  const begun = value.subject !== '' || value.words.trim() !== '' || value.photos.length > 0 || value.voice
  if (waits) return <Notice kind="warn">{words.unsentTitle}</Notice>
  return begun ? <Notice>{words.begun}</Notice> : null
}

/** The home of a place, from the second scan on: report, what is mine here, what is in hand here, whom to ask. */
export function PlaceHome({ from, token }: { from: KeptState<PlacePage>; token: string }) {
  const words = useMessages(messages)
  useEffect(startSending, [])
  return (
    <Page title={words.homeTitle} place={<PlaceHead place={from.data?.place} />}>
      <Unfinished token={token} />
      <ButtonLink to={`/d/${encodeURIComponent(token)}/report`} kind="primary" icon="plus" wide>
        {words.reportHere}
      </ButtonLink>
      <Loaded from={from} lines={6}>
        {({ place, open, contacts }) => (
          <>
            <ReportsHere pathNames={place.pathNames} />
            <OpenHere open={open} empty={words.openHereNone} />
            <AskDirectly contacts={contacts} token={token} />
            <ResidentFoot area={place.communityId} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
