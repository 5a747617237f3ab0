import { Type, type Static } from 'typebox'
import { Id } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'

/** A picture as every answer gives it: the addresses are signed and work only for who was given them. */
export const Photo = Type.Object({
  id: Id,
  url: Type.String(),
  thumbUrl: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
})
export type Photo = Static<typeof Photo>

export const photoUnreadable = problem('files.photo-unreadable', 400, {
  zh: '这张照片打不开，请换一张（支持 JPG、PNG、WebP、HEIC）。',
  en: 'This photo could not be read. Try another one (JPG, PNG, WebP, HEIC).',
})
export const photoMissing = problem('files.photo-missing', 409, {
  zh: '有照片没有传上来，请重新添加。',
  en: 'A photo did not arrive. Please add it again.',
})
export const fileNotFound = problem('files.not-found', 404, {
  zh: '没有这张照片，或链接已失效。',
  en: 'There is no such photo, or the link is no longer good.',
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
