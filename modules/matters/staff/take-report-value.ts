import type { BodyOf } from '#kernel/contract/route.ts'
import type { Uploaded, UploadedVoice } from '#kernel/web/upload.ts'
import type * as contract from '../contract.ts'
import type { Question } from '../contract.ts'
import type { PickedArea } from './area-picker.tsx'
import type { messages } from './take-report.messages.ts'

type Body = BodyOf<typeof contract.takeReport>
export type SpokenChannel = Exclude<Body['channel'], 'worker'>
export type NoticeWay = NonNullable<Body['noticeWay']>
export type Answers = NonNullable<Body['answers']>

/** What a clerk takes down. */
export type Report = {
  channel: SpokenChannel | ''
  receivedBy: string
  area: PickedArea | undefined
  subject: string
  /** The number of an open matter that is the same thing. */
  joins: string
  answers: Answers
  words: string
  contactName: string
  contactPhone: string
  noticeWay: NoticeWay | ''
  isExplained: boolean
  isPrivate: boolean
  isForChild: boolean
  guardianAgrees: boolean
  photos: readonly Uploaded[]
  voice: UploadedVoice | undefined
}

export const emptyReport: Report = {
  channel: 'counter',
  receivedBy: '',
  area: undefined,
  subject: '',
  joins: '',
  answers: {},
  words: '',
  contactName: '',
  contactPhone: '',
  noticeWay: '',
  isExplained: false,
  isPrivate: false,
  isForChild: false,
  guardianAgrees: false,
  photos: [],
  voice: undefined,
}

const withoutSpaces = (text: string) => text.replace(/[\s-]/g, '')
const isPhone = (text: string) => /^(1[3-9]\d{9}|0\d{9,11})$/.test(withoutSpaces(text))
const isMobile = (text: string) => /^1[3-9]\d{9}$/.test(withoutSpaces(text))

export const hasContact = ({ contactName, contactPhone }: Report): boolean =>
  contactName.trim() !== '' || contactPhone.trim() !== ''

/** What is offered by itself: a message to a mobile, a call to a telephone at home, somebody at the door otherwise. */
export function usualWay({ contactPhone, contactName }: Report): NoticeWay {
  if (isMobile(contactPhone)) return 'sms'
  if (contactPhone.trim()) return 'call'
  return contactName.trim() ? 'visit' : 'none'
}

const isAnswered = (answer: string | string[] | undefined): boolean =>
  Array.isArray(answer) ? answer.length > 0 : Boolean(answer?.trim())

export function faultsOf(report: Report, questions: readonly Question[], words: (typeof messages)['zh']) {
  const open = questions.find(
    ({ code, kind, required }) => kind !== 'note' && required && !isAnswered(report.answers[code]),
  )
  const wrongWay = report.noticeWay === 'sms' && !isMobile(report.contactPhone)
  return {
    channel: report.channel ? undefined : words.need.channel,
    receivedBy:
      report.channel === 'reception' && !report.receivedBy.trim() ? words.need.receivedBy : undefined,
    area: report.area ? undefined : words.need.place,
    subject: report.subject ? undefined : words.need.subject,
    answer: open && !report.joins ? open.code : undefined,
    words: report.words.trim() ? undefined : words.need.words,
    contactPhone: report.contactPhone.trim() && !isPhone(report.contactPhone) ? words.phoneWrong : undefined,
    noticeWay: wrongWay ? words.need.mobile : undefined,
    explained: hasContact(report) && !report.isExplained ? words.need.explained : undefined,
    guardian: report.isForChild && !report.guardianAgrees ? words.need.guardian : undefined,
  }
}

/** The contract's body, or nothing while something is missing. */
export function bodyOf(report: Report, consentVersion: number | undefined): Body | undefined {
  const { channel, area, contactName, contactPhone, joins, voice } = report
  if (!channel || !area) return undefined
  return {
    channel,
    areaId: area.id,
    subject: report.subject,
    words: report.words.trim(),
    photoIds: report.photos.map((photo) => photo.id),
    isPrivate: report.isPrivate,
    answers: report.answers,
    noticeWay: report.noticeWay || usualWay(report),
    byGuardian: report.isForChild && report.guardianAgrees,
    ...(channel === 'reception' && { receivedBy: report.receivedBy.trim() }),
    ...(joins && { joins }),
    ...(voice && { voiceId: voice.id }),
    ...(report.isExplained && consentVersion !== undefined && { consentVersion }),
    ...(contactName.trim() ? { contactName: contactName.trim() } : {}),
    ...(contactPhone.trim() ? { contactPhone: withoutSpaces(contactPhone) } : {}),
  }
}
