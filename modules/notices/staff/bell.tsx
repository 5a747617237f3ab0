import { Badge, Button, Popover } from 'antd'
import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffPages, useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { OwnNotice } from '../contract.ts'
import { countUnread, listOwnNotices, markRead } from '../web/routes.generated.ts'
import { messages } from './bell.messages.ts'
import './notices.css'

const askEveryMs = 30_000

/** How many notices wait to be read; opens the list. */
export function NoticeBell() {
  const words = useMessages(messages)
  const [isOpen, setOpen] = useState(false)
  const unread = useStaffRoute(countUnread, {}, { every: askEveryMs }).data?.count ?? 0
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={<ListHead unread={unread} onLeave={() => setOpen(false)} />}
      content={<OwnList onLeave={() => setOpen(false)} />}
      destroyOnHidden
    >
      <Button type="text" aria-label={words.label(unread)} aria-expanded={isOpen}>
        <Badge size="small" count={unread > 0 ? words.count(unread) : 0}>
          <Icon name="bell" size={1.15} />
        </Badge>
      </Button>
    </Popover>
  )
}

function ListHead({ unread, onLeave }: { unread: number; onLeave: () => void }) {
  const words = useMessages(messages)
  const reading = useStaffAction(markRead, { invalidates: ['/notices'] })
  return (
    <div className="nt-head">
      <h2>{words.title}</h2>
      <Link to="/notices/own" onClick={onLeave}>
        {words.settings}
      </Link>
      {unread > 0 && (
        <Button size="small" loading={reading.busy} onClick={() => void reading.run({ body: {} })}>
          {words.allRead}
        </Button>
      )}
    </div>
  )
}

function OwnList({ onLeave }: { onLeave: () => void }) {
  const words = useMessages(messages)
  const list = useStaffPages(listOwnNotices, { query: { limit: 20 } })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="nt-list">
      <ProblemNote problem={list.error} again={() => void list.refetch()} />
      {list.isSuccess && items.length === 0 && <p className="nt-hint">{words.none}</p>}
      <ul>
        {items.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} onLeave={onLeave} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.older}
        </Button>
      )}
    </div>
  )
}

/** A tap reads it, and goes where it leads. */
function NoticeLine({ notice, onLeave }: { notice: OwnNotice; onLeave: () => void }) {
  const words = useMessages(messages)
  const dates = useDates()
  const { history } = useRouter()
  const reading = useStaffAction(markRead, { invalidates: ['/notices'] })
  function open(): void {
    if (!notice.isRead) void reading.run({ body: { ids: [notice.id] } })
    if (!notice.path) return
    history.push(notice.path)
    onLeave()
  }
  return (
    <li>
      <button type="button" className="nt-line" onClick={open}>
        <span className="nt-line-top">
          {!notice.isRead && <span className="nt-dot" role="img" aria-label={words.unread} />}
          <strong>{notice.title}</strong>
          {notice.urgent && <span className="nt-urgent">{words.urgent}</span>}
          <time dateTime={notice.toldAt} title={dates.whole(notice.toldAt)}>
            {dates.moment(notice.toldAt)}
          </time>
        </span>
        <span>{notice.text}</span>
      </button>
    </li>
  )
}
