import type { useDates } from '#kernel/web/dates.ts'
import type { Language } from '#kernel/web/language.ts'
import { roleWords } from '#modules/people/web/door.ts'
import type { KeptReport } from '../contract.ts'
import type { matterWords } from '../words/matter-words.messages.ts'
import type { messages } from './own-data.messages.ts'
import { messages as receiptMessages } from './receipt.messages.ts'

type Told = {
  words: (typeof messages)['zh']
  known: (typeof matterWords)['zh']
  language: Language
  dates: ReturnType<typeof useDates>
}
type Fact = readonly [name: string, value: string]

/** What is kept, as names and values in the reader's words: for the page, for paper and for the file to take away. */
export function factsOf(kept: KeptReport, told: Told): Fact[] {
  return [...saidIn(kept, told), ...contactIn(kept, told), ...ratedIn(kept, told), ...proofIn(kept, told)]
}

const given = (name: string, value: string | undefined): Fact[] => (value ? [[name, value]] : [])

function saidIn(kept: KeptReport, { words, known, language, dates }: Told): Fact[] {
  return [
    [words.number, kept.number],
    [words.code, kept.code],
    [words.channel, known.channel[kept.channel]],
    [words.receivedAt, dates.whole(kept.receivedAt)],
    [words.place, kept.placeNames.join(' ')],
    ...given(words.point, kept.point && `${kept.point.lon}, ${kept.point.lat}`),
    ...given(words.erased, kept.erasedAt && dates.whole(kept.erasedAt)),
    ...given(words.said, kept.words),
    ...kept.answers.map(({ question, answer }): Fact => [question[language], answer[language]]),
    ...kept.additions.map(({ at, words: text }): Fact => [words.added(dates.moment(at)), text]),
    ...given(words.photos, countOf(kept, words)),
    [words.whoSees, kept.isPrivate ? words.seenByStaff : words.seenByAll],
    ...given(words.forChild, kept.byGuardian ? words.yes : undefined),
  ]
}

function countOf(kept: KeptReport, words: Told['words']): string | undefined {
  const count = kept.photos.length + kept.additions.reduce((sum, each) => sum + each.photos.length, 0)
  const parts = [count > 0 && words.photoCount(count), kept.voice && words.oneVoice].filter(Boolean)
  return parts.join(words.comma) || undefined
}

function contactIn(kept: KeptReport, { words, language, dates }: Told): Fact[] {
  const { contactName, contactPhone, contactEmail, contactUntil, looks, tellsBySms } = kept
  return [
    ...given(words.contactName, contactName),
    ...given(words.contactPhone, contactPhone),
    ...given(words.contactEmail, contactEmail),
    ...given(words.tells, contactPhone && (tellsBySms ? words.bySms : words.notTold)),
    ...given(words.contactUntil, contactUntil && dates.day(contactUntil)),
    ...looks.map(({ at, roles, reason }): Fact => {
      const posts = roles.map((role) => roleWords[language][role as keyof typeof roleWords.zh] ?? role)
      return [words.lookedAt(dates.moment(at)), [posts.join('、'), reason].filter(Boolean).join('：')]
    }),
  ]
}

function ratedIn(kept: KeptReport, { words, known, language }: Told): Fact[] {
  const reasons = receiptMessages[language].reasons
  const { rating } = kept
  if (!rating) return []
  const said = [known.rating[rating - 1], ...kept.ratingReasons.map((reason) => reasons[reason])]
  return [
    [words.rated, [said.filter(Boolean).join(words.comma), kept.ratingWords].filter(Boolean).join('。')],
  ]
}

const proofIn = (kept: KeptReport, { words }: Told): Fact[] => [
  ...given(
    words.consent,
    kept.consentVersion === undefined ? undefined : words.consentVersion(kept.consentVersion),
  ),
  [words.proof, kept.fingerprint],
]
