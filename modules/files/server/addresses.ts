import type { District } from '#kernel/server/districts.ts'
import type { PersonalData } from '#kernel/server/personal-data.ts'

/** What can be asked for of a file, as the last part of its address, with where it lies and what it is. */
const forms = {
  full: { ending: '.jpg', mediaType: 'image/jpeg' },
  thumb: { ending: '.thumb.jpg', mediaType: 'image/jpeg' },
  'voice.webm': { ending: '.webm', mediaType: 'audio/webm' },
  'voice.ogg': { ending: '.ogg', mediaType: 'audio/ogg' },
  'voice.m4a': { ending: '.m4a', mediaType: 'audio/mp4' },
  'voice.mp3': { ending: '.mp3', mediaType: 'audio/mpeg' },
  'voice.wav': { ending: '.wav', mediaType: 'audio/wav' },
} as const
export type Form = keyof typeof forms

export const formOf = (name: string): Form | undefined => (name in forms ? (name as Form) : undefined)
export const mediaTypeOf = (form: Form): string => forms[form].mediaType

/** What lies in the store for a file of this media type. */
export const formsOf = (mediaType: string): Form[] =>
  (Object.keys(forms) as Form[]).filter((form) => forms[form].mediaType === mediaType)

export const allForms = Object.keys(forms) as readonly Form[]

/** Where a file lies: spread by its last letters, since the first ones of a UUIDv7 are the time. */
export const keyOf = (id: string, form: Form): string => `${id.slice(-2)}/${id}${forms[form].ending}`

const stepMs = 6 * 3600_000

/**
 * Until when an address given now is good: six to twelve hours, at the same few moments for everybody, so that the
 * address of a file stays the same for six hours and browsers find it in their cache.
 */
const endOf = (now: Date): number => Math.floor(now.getTime() / stepMs) + 2

const signedText = (district: District, id: string, end: number): string => `${district.id}:${id}:${end}`

/** The address of a file below which its forms lie. */
export function addressOf(personalData: PersonalData, district: District, id: string, now: Date): string {
  const end = endOf(now)
  const signature = personalData.sign('file', signedText(district, id, end))
  return `/files/${id}/${end.toString(36)}.${signature}`
}

/** @returns for how many seconds more the address is good; 0 when it has ended or was not made by us. */
export function secondsLeft(
  personalData: PersonalData,
  asked: { district: District; id: string; signature: string; now: Date },
): number {
  const [end36 = '', signature = ''] = asked.signature.split('.')
  const end = /^[0-9a-z]{1,8}$/.test(end36) ? Number.parseInt(end36, 36) : 0
  const left = Math.floor((end * stepMs - asked.now.getTime()) / 1000)
  if (left <= 0) return 0
  const text = signedText(asked.district, asked.id, end)
  return personalData.verifySignature('file', text, signature) ? left : 0
}
