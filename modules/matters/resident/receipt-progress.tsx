import { Fragment } from 'react'
import { Card } from '#kernel/ui/card/card.tsx'
import { Timeline, type TimelineItem } from '#kernel/ui/timeline/timeline.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Later } from '#kernel/web/later.tsx'
import type { Receipt, TimelineEntry } from '../contract.ts'
import { eventSentence } from '../web/event-sentence.ts'
import { personName } from '../web/person-name.ts'
import { isOver } from '../web/status-kind.ts'
import { PhotoStrip } from './photo-strip.tsx'
import { placeLine } from './place-line.ts'
import { messages } from './receipt.messages.ts'

const loadVoicePlayer = () =>
  import('#kernel/ui/voice-player/voice-player.tsx').then((module) => module.VoicePlayer)

function Said({ words, photos }: { words: string | undefined; photos: TimelineEntry['photos'] }) {
  return (
    <>
      {words && <p className="m-said">{words}</p>}
      <PhotoStrip photos={photos} />
    </>
  )
}

/** What was answered last, above the question whether one is content with it. */
export function ReceiptAnswer({ receipt }: { receipt: Receipt }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const answer = receipt.timeline.filter((entry) => entry.kind === 'answered').at(-1)
  if (!answer || !receipt.mayRate) return null
  const who = answer.by ? personName(answer.by, language) : receipt.holderName
  return (
    <section className="m-section" aria-label={words.answerOf(who)}>
      <h2>{words.answerOf(who)}</h2>
      <Card>
        <Said words={answer.words} photos={answer.photos} />
      </Card>
    </section>
  )
}

function laterOf(receipt: Receipt, later: { received: string; working: string; ask: string }): string[] {
  const { status, mayRate, rating } = receipt
  if (isOver(status)) return []
  if (status === 'answered') return mayRate && rating === undefined ? [later.ask] : []
  return status === 'received' ? [later.received, later.working] : [later.working, later.ask]
}

/** What happened so far in dated sentences, and what comes next. */
export function ReceiptProgress({ receipt }: { receipt: Receipt }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const last = receipt.timeline.at(-1)
  const past = receipt.timeline.map((entry): TimelineItem => {
    const { text, said } = eventSentence(entry, { language, isReporter: true })
    // The reporter's own words and photos stand above the line.
    const shown = entry.kind === 'received' ? undefined : said
    const photos = entry.kind === 'received' ? [] : entry.photos
    const isNow = entry === last && !isOver(receipt.status)
    return {
      id: String(entry.seq),
      at: entry.at,
      text,
      state: isNow ? 'now' : 'done',
      more: shown || photos.length > 0 ? <Said words={shown} photos={photos} /> : undefined,
    }
  })
  const next = laterOf(receipt, words.later).map((text, index): TimelineItem => ({
    id: `later-${index}`,
    text,
    state: 'later',
  }))
  return (
    <section className="m-section" aria-label={words.progress}>
      <h2>{words.progress}</h2>
      <Card>
        <Timeline items={[...past, ...next]} />
      </Card>
    </section>
  )
}

/** What was said, as it was received. */
export function ReportedFacts({ receipt }: { receipt: Receipt }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const dates = useDates()
  const { near, far } = placeLine(receipt.placeNames)
  return (
    <section className="m-section" aria-label={words.facts}>
      <h2>{words.facts}</h2>
      <Card>
        <dl className="m-facts">
          <dt>{words.subject}</dt>
          <dd>{receipt.subject[language]}</dd>
          <dt>{words.place}</dt>
          <dd>
            {near}
            {far && <span className="y-second m-facts__far">{far}</span>}
          </dd>
          <dt>{words.receivedAt}</dt>
          <dd>{dates.whole(receipt.receivedAt)}</dd>
          {receipt.answers.map(({ question, answer }) => (
            <Fragment key={question.zh}>
              <dt>{question[language]}</dt>
              <dd>{answer[language]}</dd>
            </Fragment>
          ))}
          <dt>{words.yourWords}</dt>
          <dd className={receipt.words.length > 60 ? 'm-said m-said--long' : 'm-said'}>
            {receipt.erasedAt ? words.erased(dates.day(receipt.erasedAt)) : receipt.words || words.noWords}
          </dd>
          <dt>{words.whoSees}</dt>
          <dd>{receipt.isPublic && !receipt.isPrivate ? words.seenByAll : words.seenByStaff}</dd>
        </dl>
        {receipt.voice && (
          <Later
            load={loadVoicePlayer}
            give={{
              src: receipt.voice.url,
              mediaType: receipt.voice.mediaType,
              seconds: receipt.voice.seconds,
            }}
          />
        )}
        <PhotoStrip photos={receipt.photos} />
      </Card>
    </section>
  )
}
