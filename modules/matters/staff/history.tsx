import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import type { Voice } from '#modules/files/contract.ts'
import type { TimelineEntry } from '../contract.ts'
import { eventSentence } from '../web/event-sentence.ts'
import { Photos } from './photos.tsx'
import { VoiceNote } from './voice-note.tsx'

const newestFirst = (entries: readonly TimelineEntry[]) =>
  [...entries].sort((one, other) => other.seq - one.seq)

type Props = { readonly entries: readonly TimelineEntry[]; readonly voices?: readonly Voice[] }

/** What happened, newest first, each as a sentence. */
export function History({ entries, voices = [] }: Props) {
  const language = useLanguage()
  const dates = useDates()
  return (
    <ol className="m-history">
      {newestFirst(entries).map((entry) => {
        const sentence = eventSentence(entry, { language, isReporter: false })
        const voice = voices.find(({ id }) => id === entry.voice)
        return (
          <li key={entry.seq}>
            <time dateTime={entry.at} title={dates.whole(entry.at)}>
              {dates.moment(entry.at)}
            </time>
            <p>{sentence.text}</p>
            {sentence.said && <blockquote>{sentence.said}</blockquote>}
            {voice && <VoiceNote voice={voice} />}
            <Photos photos={entry.photos} />
          </li>
        )
      })}
    </ol>
  )
}
