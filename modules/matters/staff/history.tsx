import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import type { TimelineEntry } from '../contract.ts'
import { eventSentence } from '../web/event-sentence.ts'
import { Photos } from './photos.tsx'

const newestFirst = (entries: readonly TimelineEntry[]) =>
  [...entries].sort((one, other) => other.seq - one.seq)

/** What happened, newest first, each as a sentence. */
export function History({ entries }: { entries: readonly TimelineEntry[] }) {
  const language = useLanguage()
  const dates = useDates()
  return (
    <ol className="m-history">
      {newestFirst(entries).map((entry) => {
        const sentence = eventSentence(entry, { language, isReporter: false })
        return (
          <li key={entry.seq}>
            <time dateTime={entry.at} title={dates.whole(entry.at)}>
              {dates.moment(entry.at)}
            </time>
            <p>{sentence.text}</p>
            {sentence.said && <blockquote>{sentence.said}</blockquote>}
            <Photos photos={entry.photos} />
          </li>
        )
      })}
    </ol>
  )
}
