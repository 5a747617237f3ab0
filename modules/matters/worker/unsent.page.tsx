import { useState } from 'react'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Card } from '#kernel/ui/card/card.tsx'
import { Empty } from '#kernel/ui/loaded/loaded.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { Sheet } from '#kernel/ui/sheet/sheet.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { flush, isRefused, removeFromOutbox } from '#kernel/web/outbox.ts'
import type { OutboxItem } from '#kernel/web/phone-store.ts'
import { useOutbox } from '#kernel/web/use-outbox.ts'
import { useSession } from '#modules/people/web/door.ts'
import { takeReport } from '../web/routes.generated.ts'
import { draftOf } from './act-draft.ts'
import { actKinds } from './act-kinds.ts'
import { messages } from './unsent.messages.ts'
import './matter.css'
import './worker.css'

/** Where it was written, to change it there; nothing can be changed about taking a matter. */
function editPage(item: OutboxItem): string | undefined {
  if (item.path === takeReport.path) return `/work/new?edit=${item.id}`
  const act = Object.entries(actKinds).find(([, kind]) => kind.path === item.path)
  return act && `/work/m/${item.params['matterId']}/${act[0]}?edit=${item.id}`
}

function State({ item }: { item: OutboxItem }) {
  const words = useMessages(messages)
  const session = useSession()
  const { lastProblem, owner } = item
  if (owner && session.data && owner !== session.data.accountId) {
    return (
      <Notice kind="warn">
        <p>{words.other}</p>
      </Notice>
    )
  }
  if (lastProblem?.status === 401) {
    return (
      <Notice kind="warn">
        <p>{words.signedOut}</p>
      </Notice>
    )
  }
  if (isRefused(item)) {
    return (
      <Notice kind="problem">
        <p>{lastProblem?.message}</p>
      </Notice>
    )
  }
  return <Badge>{navigator.onLine && !lastProblem ? words.sending : words.waiting}</Badge>
}

function Remove({ item }: { item: OutboxItem }) {
  const words = useMessages(messages)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button kind="danger" onPress={() => setAsking(true)}>
        {words.remove}
      </Button>
      <Sheet title={words.removeTitle} open={asking} onClose={() => setAsking(false)}>
        <p>{item.label}</p>
        <p>{words.removeWhat}</p>
        <Button kind="danger" wide onPress={() => void removeFromOutbox(item.id)}>
          {words.removeYes}
        </Button>
        <Button wide onPress={() => setAsking(false)}>
          {words.removeNo}
        </Button>
      </Sheet>
    </>
  )
}

function UnsentCard({ item }: { item: OutboxItem }) {
  const words = useMessages(messages)
  const dates = useDates()
  const said = draftOf(item).words
  const page = editPage(item)
  return (
    <Card>
      <h2 className="mt-unsent__label">{item.label}</h2>
      {said && <p className="mt-card__words">{said}</p>}
      <p className="y-second">
        {dates.moment(item.createdAt)}
        {item.photos.length > 0 && ` · ${words.photos(item.photos.length)}`}
      </p>
      <State item={item} />
      <div className="y-row">
        {page && <ButtonLink to={page}>{words.edit}</ButtonLink>}
        <Remove item={item} />
      </div>
    </Card>
  )
}

/** What has not left this phone yet: each with what hinders it and what to do. */
export function UnsentPage() {
  const words = useMessages(messages)
  const { items, count } = useOutbox()
  const [busy, setBusy] = useState(false)
  const again = () => {
    setBusy(true)
    void flush(true).finally(() => setBusy(false))
  }
  return (
    <Page title={words.title} back="/work" withBar>
      {count === 0 ? (
        <Empty>
          <p>{words.none}</p>
          <ButtonLink to="/work">{words.today}</ButtonLink>
        </Empty>
      ) : (
        <>
          <p>{items.every(isRefused) ? words.whatRefused : words.what}</p>
          {items.map((item) => (
            <UnsentCard key={item.id} item={item} />
          ))}
          <Button kind="primary" wide busy={busy} onPress={again}>
            {words.again}
          </Button>
        </>
      )}
    </Page>
  )
}
