import { formatDue } from '#kernel/web/dates.ts'
import type { Language } from '#kernel/web/language.ts'
import { roleWords } from '#modules/people/web/door.ts'
import type { Person, TimelineEntry } from '../contract.ts'
import { messages } from './event-sentence.messages.ts'
import { matterWords } from './matter-words.messages.ts'

/** "网格员王芳": the post first, as people say it. */
export function personName(person: Person, language: Language): string {
  if (!person.role) return person.name
  const role = roleWords[language][person.role]
  return language === 'zh' ? role + person.name : `${person.name} (${role.toLowerCase()})`
}

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

function eventText(entry: TimelineEntry, { language, isReporter }: Reader): string {
  const words = messages[language]
  const known = matterWords[language]
  const named = entry.by ? personName(entry.by, language) : ''
  const by = named || (entry.bySystem ? words.system : words.someone)
  const outcome = entry.outcome ? known.outcome[entry.outcome] : ''
  const to = entry.to ?? (entry.level ? known.level[entry.level] : '')
  const rating = known.rating[(entry.rating ?? 0) - 1] ?? ''
  const texts: Record<TimelineEntry['kind'], () => string> = {
    received: () => {
      if (named) return isReporter ? words.takenFor(named) : words.takenOf(named)
      return isReporter ? words.received : words.receivedOf
    },
    joined: () => words.joined,
    accepted: () => words.accepted(by),
    assigned: () => words.assigned(named, to),
    transferred: () => words.transferred(named, to),
    handed_up: () => words.handedUp(named, entry.level ? known.level[entry.level] : to),
    noted: () => words.noted(by, entry.words ?? ''),
    answered: () => (isReporter ? words.answered : words.answeredOf)(by, outcome),
    followed_up: () => {
      if (entry.bySystem && entry.result === 'not_reached')
        return isReporter ? words.noReply : words.noReplyOf
      return words.followedUp(by, entry.result ? known.followUp[entry.result] : '')
    },
    closed: () => words.closed(outcome),
    reopened: () => (isReporter ? words.reopened : words.reopenedOf),
    returned: () => words.returned(by),
    rated: () => (isReporter ? words.rated : words.ratedOf)(rating),
    withdrawn: () => (isReporter ? words.withdrawn : words.withdrawnOf),
  }
  return texts[entry.kind]()
}

/** One event of a matter's history as a plain sentence, with the promise that began with it. */
export function eventSentence(entry: TimelineEntry, reader: Reader): EventSentence {
  const text = eventText(entry, reader)
  const due = entry.dueAt && formatDue(entry.dueAt, reader.language)
  return {
    text: due ? messages[reader.language].until(text, due) : text,
    said: entry.kind === 'noted' ? undefined : entry.words,
  }
}
