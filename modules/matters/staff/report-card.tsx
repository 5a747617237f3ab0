import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { MatterDetail } from '../contract.ts'
import { matterWords } from '../web/matter-words.messages.ts'
import { ContactLook } from './contact-look.tsx'
import { messages } from './detail.messages.ts'
import { Photos } from './photos.tsx'

type Report = MatterDetail['reports'][number]

/** What one person said, how it came, how to reach them, and what they thought of the answer. */
export function ReportCard({ report, detail }: { report: Report; detail: MatterDetail }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const dates = useDates()
  const masked = [report.maskedName, report.maskedPhone].filter(Boolean).join(' ')
  const rated = [
    report.rating && (known.rating[report.rating - 1] ?? ''),
    ...report.ratingReasons,
    report.ratingWords,
  ].filter(Boolean)
  return (
    <article className="m-report">
      <p className="m-said">{report.words}</p>
      <Photos photos={report.photos} />
      <p className="m-meta">
        <span>{known.channel[report.channel]}</span>
        <time dateTime={report.receivedAt} title={dates.whole(report.receivedAt)}>
          {dates.moment(report.receivedAt)}
        </time>
        {report.isPrivate && <span>{words.isPrivate}</span>}
        <span>{masked || words.noContact}</span>
        {masked && detail.actions.includes('look_at_contact') && (
          <ContactLook matterId={detail.matter.id} reportId={report.id} />
        )}
      </p>
      {rated.length > 0 && <p className="m-rating">{words.rating(rated.join(' · '))}</p>}
    </article>
  )
}
