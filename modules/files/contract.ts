import { Type, type Static } from 'typebox'
import { Id } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'

/** A picture as every answer gives it: the addresses are signed, work for who was given them, and end after some hours. */
export const Photo = Type.Object({
  id: Id,
  url: Type.String(),
  thumbUrl: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
})
export type Photo = Static<typeof Photo>

/** A short recording; its address is signed as that of a photo is. */
export const Voice = Type.Object({
  id: Id,
  url: Type.String(),
  /** Such as `audio/webm`: not every browser plays every one. */
  mediaType: Type.String(),
  /** Absent where the recording does not tell. */
  seconds: Type.Optional(Type.Number()),
})
export type Voice = Static<typeof Voice>

export const photoUnreadable = problem('files.photo-unreadable', 400, {
  zh: '这张照片打不开，请换一张（支持 JPG、PNG、WebP、HEIC）。',
  en: 'This photo could not be read. Try another one (JPG, PNG, WebP, HEIC).',
})
export const photoMissing = problem('files.photo-missing', 409, {
  zh: '有照片没有传上来，请重新添加。',
  en: 'A photo did not arrive. Please add it again.',
})
export const voiceUnreadable = problem('files.voice-unreadable', 400, {
  zh: '这段语音打不开，请重新录一段。',
  en: 'This recording could not be read. Please record it again.',
})
export const voiceTooLong = problem('files.voice-too-long', 400, {
  zh: '一段语音最长 60 秒，请分成几段说，或写下来。',
  en: 'A recording has at most 60 seconds. Say it in parts, or write it down.',
})
export const voiceMissing = problem('files.voice-missing', 409, {
  zh: '有一段语音没有传上来，请重新录。',
  en: 'A recording did not arrive. Please record it again.',
})
export const fileNotFound = problem('files.not-found', 404, {
  zh: '没有这个文件，或链接已过期：请回到原来的页面重新打开。',
  en: 'There is no such file, or the link has ended: go back to its page and open it again.',
})

export const uploadPhoto = route({
  method: 'POST',
  path: '/files',
  summary: 'Takes one photo; the Idempotency-Key becomes its id',
  permission: 'public',
  scope: 'own',
  perMinute: 60,
  upload: { maxBytes: 12 * 1024 * 1024 },
  returns: Photo,
  problems: [photoUnreadable],
})

export const uploadVoice = route({
  method: 'POST',
  path: '/files/voice',
  summary: 'Takes one recording of at most a minute; the Idempotency-Key becomes its id',
  permission: 'public',
  scope: 'own',
  perMinute: 30,
  upload: { maxBytes: 2 * 1024 * 1024 },
  returns: Voice,
  problems: [voiceUnreadable, voiceTooLong],
})
