import { Badge } from '#kernel/ui/badge/badge.tsx'
import { ButtonLink } from '#kernel/ui/button/button.tsx'
import { Card } from '#kernel/ui/card/card.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { Timeline, type TimelineItem } from '#kernel/ui/timeline/timeline.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { isRefused } from '#kernel/web/outbox.ts'
import type { OutboxItem } from '#kernel/web/phone-store.ts'
import type { MatterDetail, MatterSummary } from '../contract.ts'
import { eventSentence } from '../web/event-sentence.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { draftOf } from './act-draft.ts'
import { ContactLook } from './contact-look.tsx'
import { messages } from './matter.messages.ts'
import { Photos } from './photos.tsx'
import { isRunning, TimeLeft } from './time-left.tsx'
import { actOf } from './unsent-label.ts'

function Holder({ matter, accountId }: { matter: MatterSummary; accountId: string | undefined }) {
  const words = useMessages(messages)
  if (!isRunning(matter)) return null
  const { handler } = matter
  if (handler?.id === accountId && handler) return <Badge kind="going">{words.mine}</Badge>
  const holder = handler?.name ?? matter.organisationName
  return <span className="y-second">{holder ? words.heldBy(holder) : words.nobody}</span>
}

/** How it stands: state, time left, in whose hands, and what was promised. */
export function Standing({ detail, accountId }: { detail: MatterDetail; accountId: string | undefined }) {
  const words = useMessages(messages)
  const known = matterWords[useLanguage()]
  const dates = useDates()
  const { matter, promise } = detail
  return (
    <div className="mt-standing">
      <p className="mt-standing__row">
        {isRunning(matter) && <Badge>{known.status[matter.status]}</Badge>}
        <TimeLeft matter={matter} />
        <Holder matter={matter} accountId={accountId} />
      </p>
      {isRunning(matter) && (
        <p className="y-second">{words.promise(dates.due(promise.dueAt), promise.source)}</p>
      )}
      <p className="y-second">{words.number(matter.number)}</p>
    </div>
  )
}

function Report({ report, detail }: { report: MatterDetail['reports'][number]; detail: MatterDetail }) {
  const words = useMessages(messages)
  const known = matterWords[useLanguage()]
  const dates = useDates()
  return (
    <Card>
      <p className="mt-said">{report.words}</p>
      <Photos photos={report.photos} />
      <p className="y-second">
        <time dateTime={report.receivedAt} title={dates.whole(report.receivedAt)}>
          {dates.moment(report.receivedAt)}
        </time>
        {` · ${known.channel[report.channel]}`}
        {report.maskedName && ` · ${report.maskedName}`}
        {report.isPrivate && ` · ${words.staffOnly}`}
      </p>
      {(report.maskedPhone ?? report.maskedEmail) && (
        <ContactLook
          whose={{ matterId: detail.matter.id, reportId: report.id }}
          masked={report.maskedPhone ?? report.maskedEmail ?? ''}
          may={detail.actions.includes('look_at_contact')}
        />
      )}
    </Card>
  )
}

export function Reports({ detail }: { detail: MatterDetail }) {
  const words = useMessages(messages)
  return (
    <section className="y-stack" aria-labelledby="said">
      <h2 id="said">{words.said(detail.reports.length)}</h2>
      {detail.reports.map((report) => (
        <Report key={report.id} report={report} detail={detail} />
      ))}
    </section>
  )
}

function Waits({ items }: { items: readonly OutboxItem[] }) {
  const words = useMessages(messages)
  const isUnderWay = navigator.onLine && items.every((item) => !item.lastProblem)
  return (
    <Notice kind={isUnderWay ? 'info' : 'warn'}>
      <p>{isUnderWay ? words.sending : words.waits}</p>
      <ul>
        {items.map((item) => (
          <li key={item.id}>{[actOf(item.label), draftOf(item).words].filter(Boolean).join(words.colon)}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** What waits on this phone for the matter, and what the server refused of it. */
export function PendingNotes({ pending }: { pending: readonly OutboxItem[] }) {
  const words = useMessages(messages)
  const refused = pending.filter(isRefused)
  const waiting = pending.filter((item) => !isRefused(item))
  return (
    <>
      {refused.map((item) => (
        <Notice key={item.id} kind="problem">
          <p>{words.refused(actOf(item.label), item.lastProblem?.message ?? '')}</p>
          <ButtonLink to="/work/unsent">{words.see}</ButtonLink>
        </Notice>
      ))}
      {waiting.length > 0 && <Waits items={waiting} />}
    </>
  )
}

export function History({ detail }: { detail: MatterDetail }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const last = detail.timeline.at(-1)
  const items = detail.timeline.map((entry): TimelineItem => {
    const { text, said } = eventSentence(entry, { language, isReporter: false })
    const more = (said || entry.photos.length > 0) && (
      <>
        {said && <p className="mt-said">{said}</p>}
        <Photos photos={entry.photos} />
      </>
    )
    const state = entry === last && isRunning(detail.matter) ? 'now' : 'done'
    return { id: String(entry.seq), at: entry.at, text, state, more }
  })
  return (
    <section className="y-stack" aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      <Card>
        <Timeline items={items} />
      </Card>
    </section>
  )
}
