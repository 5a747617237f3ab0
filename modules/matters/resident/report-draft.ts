import type { BodyOf } from '#kernel/contract/route.ts'
import type { OutboxItem } from '#kernel/web/phone-store.ts'
import type { Photo } from '#kernel/web/photo.ts'
import type { sendReport } from '../contract.ts'

export type ReportBody = BodyOf<typeof sendReport>

export type ReportDraft = {
  /** Which group of subjects is open. */
  group: string
  subject: string
  words: string
  photos: Photo[]
  contactName: string
  contactPhone: string
  isPrivate: boolean
  /** Of what was sent before and came back to be mended. */
  id: string
}

export const emptyReport: ReportDraft = {
  group: '',
  subject: '',
  words: '',
  photos: [],
  contactName: '',
  contactPhone: '',
  isPrivate: false,
  id: '',
}

export const MOST_WORDS = 1000
export const MOST_PHOTOS = 6

export type Mistakes = { subject?: string; words?: string; contactPhone?: string }
type MistakeWords = { chooseSubject: string; sayOrShow: string; phoneWrong: string }

export function mistakesOf(draft: ReportDraft, words: MistakeWords): Mistakes {
  const phone = draft.contactPhone.trim()
  return {
    ...(!draft.subject && { subject: words.chooseSubject }),
    ...(!draft.words.trim() && draft.photos.length === 0 && { words: words.sayOrShow }),
    ...(phone && !/^[0-9+() -]{5,24}$/.test(phone) && { contactPhone: words.phoneWrong }),
  }
}

export function bodyOf(door: string, draft: ReportDraft): ReportBody {
  const contactName = draft.contactName.trim()
  const contactPhone = draft.contactPhone.trim()
  return {
    door,
    subject: draft.subject,
    words: draft.words.trim(),
    photoIds: draft.photos.map((photo) => photo.id),
    ...(contactName && { contactName }),
    ...(contactPhone && { contactPhone }),
    ...(draft.isPrivate && { isPrivate: true }),
  }
}

export const isReport = (item: OutboxItem): item is OutboxItem & { body: ReportBody } =>
  item.path === '/reports' && typeof item.body === 'object' && item.body !== null && 'door' in item.body

/** What waits or was refused, back in the form. */
export function draftOf(item: OutboxItem & { body: ReportBody }): ReportDraft {
  const { subject, words, contactName = '', contactPhone = '', isPrivate = false } = item.body
  const photos = item.photos.map(({ id, blob }) => ({ id, blob }))
  return { group: '', subject, words, photos, contactName, contactPhone, isPrivate, id: item.id }
}
