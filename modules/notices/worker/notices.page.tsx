import { useState } from 'react'
import { useLocation } from 'wouter'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Button } from '#kernel/ui/button/button.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { call } from '#kernel/web/call.ts'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { useAction } from '#kernel/web/use-action.ts'
import { useKeptRoute } from '#kernel/web/use-kept-route.ts'
import { forget } from '#kernel/web/use-route.ts'
import type { OwnNotice } from '../contract.ts'
import { listOwnNotices, markRead } from '../web/routes.generated.ts'
import { messages } from './notices.messages.ts'
import './notices.css'

const query = { app: 'work', limit: 20 } as const

/** A tap reads it, and goes where it leads. */
function NoticeCard({ notice }: { notice: OwnNotice }) {
  const words = useMessages(messages)
  const dates = useDates()
  const [, go] = useLocation()
  const reading = useAction(markRead)
  async function open(): Promise<void> {
    if (notice.path) go(notice.path)
    if (!notice.isRead && (await reading.run({ body: { ids: [notice.id] } }))) forget('/notices')
  }
  return (
    <button type="button" className="nw-notice" onClick={() => void open()}>
      <span className="nw-notice__top">
        {!notice.isRead && <span className="nw-notice__dot" role="img" aria-label={words.unread} />}
        <strong>{notice.title}</strong>
        {notice.urgent && <Badge kind="late">{words.urgent}</Badge>}
      </span>
      <span>{notice.text}</span>
      <span className="y-second">{dates.moment(notice.toldAt)}</span>
    </button>
  )
}

/** The pages after the first, one tap each. */
function useFurther(first: { items: readonly OwnNotice[]; next?: string } | undefined) {
  const [further, setFurther] = useState<{ of: unknown; items: OwnNotice[]; next: string | undefined }>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const now = further?.of === first ? further : undefined
  const next = now ? now.next : first?.next
  async function more(): Promise<void> {
    if (next === undefined) return
    setBusy(true)
    setProblem(undefined)
    try {
      const page = await call(listOwnNotices, { query: { ...query, after: next } })
      setFurther({ of: first, items: [...(now?.items ?? []), ...page.items], next: page.next })
    } catch (error) {
      setProblem(error instanceof Problem ? error : ownProblem('unreadable'))
    } finally {
      setBusy(false)
    }
  }
  return { items: [...(first?.items ?? []), ...(now?.items ?? [])], next, more, busy, problem }
}

function AllRead() {
  const words = useMessages(messages)
  const reading = useAction(markRead)
  async function run(): Promise<void> {
    if (await reading.run({ body: {} })) forget('/notices')
  }
  return (
    <>
      <Button kind="quiet" busy={reading.busy} onPress={() => void run()}>
        {words.allRead}
      </Button>
      <ProblemBox problem={reading.problem} />
    </>
  )
}

/** What one was told, the newest first; the first page stays on the phone. */
export function NoticesPage() {
  const words = useMessages(messages)
  const dates = useDates()
  const first = useKeptRoute(listOwnNotices, { query })
  const { items, next, more, busy, problem } = useFurther(first.data)
  return (
    <Page title={words.title} withBar>
      {first.offline && first.at !== undefined && (
        <Notice kind="warn">
          <p>{words.offline(dates.moment(first.at))}</p>
        </Notice>
      )}
      <Loaded from={first} lines={6} isEmpty={(data) => data.items.length === 0} empty={words.none}>
        {() => (
          <>
            {items.some((each) => !each.isRead) && <AllRead />}
            <ul className="nw-list">
              {items.map((notice) => (
                <li key={notice.id}>
                  <NoticeCard notice={notice} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <ProblemBox problem={problem} onRetry={() => void more()} />
      {next !== undefined && !problem && (
        <Button wide busy={busy} onPress={() => void more()}>
          {words.older}
        </Button>
      )}
    </Page>
  )
}
