import { formatDue } from '#kernel/web/dates.ts'
import type { Language } from '#kernel/web/language.ts'
import type { TimelineEntry } from '../contract.ts'
import { messages } from './event-sentence.messages.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { personName } from './person-name.ts'

type Reader = {
  readonly language: Language
  /** Whether the reader is who reported it, and is then called "you". */
  readonly isReporter: boolean
}

export type EventSentence = {
  readonly text: string
  /** What was said with it, where the sentence does not hold it already. */
  readonly said: string | undefined
}

type Texts = Record<TimelineEntry['kind'], () => string>

function eventText(entry: TimelineEntry, reader: Reader): string {
  const texts: Texts = { ...handlingTexts(entry, reader), ...clockTexts(entry, reader) }
  return texts[entry.kind]()
}

type ClockKind = (typeof clockKinds)[number]
const clockKinds = [
  'urged',
  'asked',
  'replied',
  'resumed',
  'unaccepted',
  'warned',
  'late',
  'raised',
  'instructed',
  'extended',
  'disputed',
  'decided',
  'subject_changed',
  'merged',
  'split',
  'hidden',
  'shown',
  'erased',
  'assessed',
  'regrouped',
] as const satisfies readonly TimelineEntry['kind'][]

/** Who did it, as the sentence begins. */
function byOf(entry: TimelineEntry, language: Language): string {
  if (entry.by) return personName(entry.by, language)
  return entry.bySystem ? messages[language].system : messages[language].someone
}

/** How the reporter's word came, where a colleague recorded it. */
const spokenIn = ({ spoken }: TimelineEntry, language: Language): string =>
  spoken ? matterWords[language].channel[spoken] : ''

function handlingTexts(entry: TimelineEntry, { language, isReporter }: Reader): Omit<Texts, ClockKind> {
  const words = messages[language]
  const known = matterWords[language]
  const named = entry.by ? personName(entry.by, language) : ''
  const by = byOf(entry, language)
  const outcome = entry.outcome ? known.outcome[entry.outcome] : ''
  const level = entry.level ? known.level[entry.level] : ''
  const to = entry.to ?? level
  const rating = known.rating[(entry.rating ?? 0) - 1] ?? ''
  const spoken = spokenIn(entry, language)
  return {
    ...beginningTexts(entry, { named, isReporter, words }),
    accepted: () => words.accepted(by),
    assigned: () => words.assigned(named, to),
    transferred: () => words.transferred(named, to),
    handed_up: () => words.handedUp(named, level || to),
    noted: () => words.noted(by, entry.words ?? ''),
    answered: () => (isReporter ? words.answered : words.answeredOf)(by, outcome),
    followed_up: () => {
      if (entry.bySystem && entry.result === 'not_reached')
        return isReporter ? words.noReply : words.noReplyOf
      return words.followedUp(by, entry.result ? known.followUp[entry.result] : '')
    },
    closed: () => words.closed(outcome),
    reopened: () => {
      if (spoken) return words.reopenedFor(by, spoken)
      if (isReporter && entry.isOwn) return words.reopened
      return named ? words.reopenedAsked(named) : words.reopenedOf
    },
    returned: () => words.returned(by),
    rated: () => {
      if (spoken) return words.ratedFor(by, spoken, rating)
      return (isReporter ? words.rated : words.ratedOf)(rating)
    },
    withdrawn: () => (isReporter ? words.withdrawn : words.withdrawnOf),
  }
}

type Beginning = { named: string; isReporter: boolean; words: (typeof messages)['zh'] }

/** How a report came to its matter: as the first, beside a neighbour's, out of another matter. */
function beginningTexts(
  entry: TimelineEntry,
  { named, isReporter, words }: Beginning,
): Pick<Texts, 'received' | 'joined'> {
  return {
    received: () => {
      if (isReporter && !entry.isOwn) return words.receivedBefore
      if (entry.otherNumber) return words.splitFrom(entry.otherNumber)
      if (named) return isReporter ? words.takenFor(named) : words.takenOf(named)
      return isReporter ? words.received : words.receivedOf
    },
    joined: () => {
      if (!entry.isOwn) return words.joined
      return entry.otherNumber ? words.mergedFrom(entry.otherNumber) : words.joinedOwn
    },
  }
}

function clockTexts(entry: TimelineEntry, { language, isReporter }: Reader): Pick<Texts, ClockKind> {
  const words = messages[language]
  const by = byOf(entry, language)
  const level = entry.level ? matterWords[language].level[entry.level] : ''
  const day = entry.until ? formatDue(entry.until, language) : ''
  const number = entry.otherNumber ?? ''
  const spoken = spokenIn(entry, language)
  return {
    urged: () => {
      if (spoken) return words.urgedFor(by, spoken)
      return isReporter ? words.urged : words.urgedOf
    },
    asked: () => (isReporter ? words.asked : words.askedOf)(by, day),
    replied: () => {
      if (spoken) return words.repliedFor(by, spoken)
      return isReporter ? words.replied : words.repliedOf
    },
    resumed: () => words.resumed,
    unaccepted: () => words.unaccepted,
    warned: () => words.warned,
    late: () => (isReporter ? words.lateFor : words.late),
    raised: () => words.raised(entry.to ?? level),
    instructed: () => words.instructed(by),
    extended: () => words.extended(by),
    disputed: () => words.disputed(by),
    decided: () => (entry.to ? words.decidedTo(by, entry.to) : words.decidedStays(by)),
    subject_changed: () => words.subjectChanged(by, entry.subject?.[language] ?? ''),
    merged: () => words.merged(by, number),
    split: () => words.split(by, number),
    hidden: () => words.hidden(by),
    shown: () => words.shown(by),
    erased: () => (entry.why === 'expired' ? words.expired : words.erased),
    regrouped: () => words.regrouped(entry.to ?? ''),
    assessed: () => (entry.isBeyond ? words.assessedBeyond : words.assessedWithin)(by),
  }
}

/** One event of a matter's history as a plain sentence, with the promise that began with it. */
export function eventSentence(entry: TimelineEntry, reader: Reader): EventSentence {
  const text = eventText(entry, reader)
  // While a reporter is asked the clock stands still: when it ends shows once it goes on.
  const due = entry.kind !== 'asked' && entry.dueAt && formatDue(entry.dueAt, reader.language)
  return {
    text: due ? messages[reader.language].until(text, due) : text,
    said: entry.kind === 'noted' ? undefined : entry.words,
  }
}
