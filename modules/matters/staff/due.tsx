import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { MatterSummary } from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { isOver } from '../web/status-kind.ts'

const shapeOf = { late: 'late', soon: 'warning', calm: 'clock' } as const

/** What is left of the time, as words and a shape, the whole moment on hover; when it came so far once answered. */
export function Due({ matter }: { matter: MatterSummary }) {
  const dates = useDates()
  const words = useMessages(matterWords)
  const isAnswered = matter.status === 'answered' && !matter.isOverdue
  if (isOver(matter.status) || isAnswered) {
    return (
      <time className="d-due" dateTime={matter.statusAt} title={dates.whole(matter.statusAt)}>
        {isAnswered
          ? `${words.status.answered} ${dates.day(matter.statusAt)}`
          : dates.moment(matter.statusAt)}
      </time>
    )
  }
  if (matter.isPaused) {
    return (
      <time className="d-due is-calm" dateTime={matter.dueAt} title={dates.whole(matter.dueAt)}>
        <Icon name="wait" size={0.95} />
        {words.paused}
      </time>
    )
  }
  const kind = matter.isOverdue ? 'late' : matter.isDueSoon ? 'soon' : 'calm'
  return (
    <time className={`d-due is-${kind}`} dateTime={matter.dueAt} title={dates.whole(matter.dueAt)}>
      <Icon name={shapeOf[kind]} size={0.95} />
      {dates.remaining(matter.dueAt)}
    </time>
  )
}
