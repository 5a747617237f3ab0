import type { BodyOf } from '#kernel/contract/route.ts'
import type { OutboxItem } from '#kernel/web/phone-store.ts'
import type { Photo } from '#kernel/web/photo.ts'
import type { Recording } from '#kernel/web/record-voice.ts'
import type { Question, sendReport } from '../contract.ts'

export type ReportBody = BodyOf<typeof sendReport>
export type Answers = NonNullable<ReportBody['answers']>

/** What a report is about: the door that was scanned, or the place that was chosen. */
export type Where = { readonly door: string } | { readonly areaId: number }

/** Each place has its own unfinished form. */
export const draftName = (where: Where): string =>
  'door' in where ? `report:${where.door}` : `report:place:${where.areaId}`

export type ReportDraft = {
  /** Which group of subjects is open. */
  group: string
  subject: string
  /** The number of a neighbour's matter that is the same; '' when it is none. */
  joins: string
  answers: Answers
  words: string
  photos: Photo[]
  voice: Recording | undefined
  contactName: string
  contactPhone: string
  tellBySms: boolean
  isPrivate: boolean
  /** Under 14, or said for a child. */
  isForChild: boolean
  guardianAgrees: boolean
  /** Of what was sent before and came back to be mended, and the place that was about. */
  id: string
  where: Where | undefined
}

export const emptyReport: ReportDraft = {
  group: '',
  subject: '',
  joins: '',
  answers: {},
  words: '',
  photos: [],
  voice: undefined,
  contactName: '',
  contactPhone: '',
  tellBySms: true,
  isPrivate: false,
  isForChild: false,
  guardianAgrees: false,
  id: '',
  where: undefined,
}

export const MOST_WORDS = 1000
export const MOST_PHOTOS = 6

/** What is wrong by the field it stands at; a question's is `q:` and its code. */
export type Mistakes = Record<string, string>
type MistakeWords = {
  chooseSubject: string
  sayOrShow: string
  phoneWrong: string
  answerMissing: string
  guardianMissing: string
}

const isAnswered = ({ code }: Question, answers: Answers): boolean => {
  const given = answers[code]
  return Array.isArray(given) ? given.length > 0 : (given ?? '').trim() !== ''
}

/** Questions come one after another: what must be answered is answered before the next is asked. */
export function questionsNow(questions: readonly Question[], answers: Answers): readonly Question[] {
  const open = questions.findIndex((each) => each.required && !isAnswered(each, answers))
  return open === -1 ? questions : questions.slice(0, open + 1)
}

export function mistakesOf(
  draft: ReportDraft,
  questions: readonly Question[],
  words: MistakeWords,
): Mistakes {
  const phone = draft.contactPhone.trim()
  const saysNothing = !draft.words.trim() && draft.photos.length === 0 && !draft.voice
  const unanswered = draft.joins
    ? []
    : questions.filter((each) => each.required && !isAnswered(each, draft.answers))
  return {
    ...(!draft.subject && { subject: words.chooseSubject }),
    ...Object.fromEntries(unanswered.map(({ code }) => [`q:${code}`, words.answerMissing])),
    // Who says the same as a neighbour need not say it again.
    ...(saysNothing && !draft.joins && { words: words.sayOrShow }),
    ...(phone && !/^[0-9+() -]{5,24}$/.test(phone) && { contactPhone: words.phoneWrong }),
    ...(draft.isForChild && !draft.guardianAgrees && { guardian: words.guardianMissing }),
  }
}

export function bodyOf(where: Where, draft: ReportDraft, consentVersion: number | undefined): ReportBody {
  const contactName = draft.contactName.trim()
  const contactPhone = draft.contactPhone.trim()
  return {
    ...(draft.where ?? where),
    subject: draft.subject,
    words: draft.words.trim(),
    photoIds: draft.photos.map((photo) => photo.id),
    ...(draft.voice && { voiceId: draft.voice.id }),
    ...(Object.keys(draft.answers).length > 0 && { answers: draft.answers }),
    ...(draft.joins && { joins: draft.joins }),
    ...(contactName && { contactName }),
    ...(contactPhone && { contactPhone, noticeWay: draft.tellBySms ? 'sms' : 'none' }),
    ...(draft.isPrivate && { isPrivate: true }),
    ...(draft.isForChild && { byGuardian: true }),
    ...(consentVersion !== undefined && { consentVersion }),
  }
}

export type UnsentReport = OutboxItem & { body: ReportBody }

export const isReport = (item: OutboxItem): item is UnsentReport =>
  item.path === '/reports' && typeof item.body === 'object' && item.body !== null && 'subject' in item.body

/** What waits or was refused, back in the form. */
export function draftOf(item: UnsentReport): ReportDraft {
  const { body, photos, voices = [] } = item
  const [voice] = voices
  return {
    ...emptyReport,
    subject: body.subject,
    // What could not be joined is sent on its own.
    joins: item.lastProblem?.code === 'matters.join-refused' ? '' : (body.joins ?? ''),
    answers: body.answers ?? {},
    words: body.words,
    photos: photos.map(({ id, blob }) => ({ id, blob })),
    voice: voice && { id: voice.id, blob: voice.blob, seconds: voice.seconds },
    contactName: body.contactName ?? '',
    contactPhone: body.contactPhone ?? '',
    tellBySms: body.noticeWay !== 'none',
    isPrivate: body.isPrivate ?? false,
    isForChild: body.byGuardian ?? false,
    guardianAgrees: body.byGuardian ?? false,
    id: item.id,
    where: whereOf(body),
  }
}

function whereOf({ door, areaId }: ReportBody): Where | undefined {
  if (door) return { door }
  return areaId ? { areaId } : undefined
}
