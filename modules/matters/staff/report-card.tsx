import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { MatterDetail } from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { ContactLook } from './contact-look.tsx'
import { messages } from './detail.messages.ts'
import { Photos } from './photos.tsx'
import { VoiceNote } from './voice-note.tsx'

type Report = MatterDetail['reports'][number]

/** Ways of telling that somebody has to go about; a message goes by itself. */
const isWay = (way: string): way is 'call' | 'visit' => way === 'call' || way === 'visit'

/** What one person said, how it came, how to reach them, and what they thought of the answer. */
export function ReportCard({ report, detail }: { report: Report; detail: MatterDetail }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const dates = useDates()
  const masked = [report.maskedName, report.maskedPhone, report.maskedEmail].filter(Boolean).join(' ')
  const rated = [
    report.rating && (known.rating[report.rating - 1] ?? ''),
    ...report.ratingReasons,
    report.ratingWords,
  ].filter(Boolean)
  return (
    <article className={report.isWithdrawn ? 'm-report is-withdrawn' : 'm-report'}>
      <p className="m-said">{report.isErased ? words.erased : report.words}</p>
      {report.voice && <VoiceNote voice={report.voice} />}
      <Photos photos={report.photos} />
      <Answers answers={report.answers} />
      {report.additions.map((addition) => (
        <Addition key={addition.id} addition={addition} />
      ))}
      <p className="m-meta">
        <span>{known.channel[report.channel]}</span>
        <time dateTime={report.receivedAt} title={dates.whole(report.receivedAt)}>
          {dates.moment(report.receivedAt)}
        </time>
        {report.isWithdrawn && <span>{words.withdrawn}</span>}
        {report.isPrivate && <span>{words.isPrivate}</span>}
        {report.byGuardian && <span>{words.byGuardian}</span>}
        {report.receivedBy && <span>{words.receivedBy(report.receivedBy)}</span>}
        {isWay(report.noticeWay) && <span>{words.noticeWays[report.noticeWay]}</span>}
        <span>{masked || words.noContact}</span>
        {masked && detail.actions.includes('look_at_contact') && (
          <ContactLook matterId={detail.matter.id} reportId={report.id} />
        )}
      </p>
      {rated.length > 0 && <p className="m-rating">{words.rating(rated.join(' · '))}</p>}
    </article>
  )
}

function Answers({ answers }: Pick<Report, 'answers'>) {
  const words = useMessages(messages)
  const language = useLanguage()
  if (answers.length === 0) return null
  return (
    <dl className="m-answers" aria-label={words.answers}>
      {answers.map(({ question, answer }) => (
        <div key={question.zh}>
          <dt>{question[language]}</dt>
          <dd>{answer[language]}</dd>
        </div>
      ))}
    </dl>
  )
}

function Addition({ addition }: { addition: Report['additions'][number] }) {
  const words = useMessages(messages)
  const dates = useDates()
  return (
    <div className="m-addition">
      <small>
        {words.added}{' '}
        <time dateTime={addition.at} title={dates.whole(addition.at)}>
          {dates.moment(addition.at)}
        </time>
      </small>
      <p className="m-said">{addition.words}</p>
      {addition.voice && <VoiceNote voice={addition.voice} />}
      <Photos photos={addition.photos} />
    </div>
  )
}
