import { problem } from '../contract/problem.ts'

export const requestInvalid = problem('request.invalid', 400, {
  zh: '填写有误，请看标出的地方。',
  en: 'Something is not filled in right. See the marked places.',
})
export const requestMalformed = problem('request.malformed', 400, {
  zh: '发来的内容读不懂。',
  en: 'The request could not be read.',
})
export const keyMissing = problem('request.key-missing', 400, {
  zh: '写操作必须带 Idempotency-Key 请求头（UUID）。',
  en: 'A writing request needs an Idempotency-Key header (a UUID).',
})
export const keyReused = problem('request.key-reused', 409, {
  zh: '这个编号已经用于另一项内容，没有重复办理。',
  en: 'This key was already used for something else. Nothing was done.',
})
export const bodyTooLarge = problem('request.too-large', 413, {
  zh: '内容太大，请减少照片或文字后再发。',
  en: 'That is too large. Send fewer photos or less text.',
})
export const mediaUnsupported = problem('request.media-unsupported', 415, {
  zh: '不支持这种内容格式。',
  en: 'This content type is not supported.',
})
export const signInNeeded = problem('session.needed', 401, {
  zh: '请先登录。',
  en: 'Please sign in first.',
})
export const notAllowed = problem('permission.refused', 403, {
  zh: '您的岗位没有这项权限。',
  en: 'Your post does not allow this.',
})
export const originRefused = problem('request.origin-refused', 403, {
  zh: '请求来自别的网站，已拒绝。',
  en: 'The request came from another site and was refused.',
})
export const notFound = problem('request.not-found', 404, {
  zh: '没有这个地址。',
  en: 'There is nothing at this address.',
})
export const districtUnknown = problem('district.unknown', 404, {
  zh: '这个网址没有对应的区。',
  en: 'No district is served under this address.',
})
export const tooMany = problem('request.too-many', 429, {
  zh: '操作太频繁，请稍等一会儿再试。',
  en: 'Too many requests. Please wait a moment and try again.',
})
export const serverError = problem('server.error', 500, {
  zh: '系统出了问题，内容没有保存。请稍后再试，或联系社区工作人员。',
  en: 'Something went wrong on our side and nothing was saved. Try again shortly, or contact the community office.',
})
export const databaseAway = problem('server.database-away', 503, {
  zh: '系统正在恢复，请稍后再试，您填写的内容不会丢。',
  en: 'The system is recovering. Try again shortly; what you filled in is not lost.',
})

/**
 * Every failure the kernel itself may answer with.
 * @internal for the tests that loop over all
 */
export const kernelProblems = [
  requestInvalid,
  requestMalformed,
  keyMissing,
  keyReused,
  bodyTooLarge,
  mediaUnsupported,
  signInNeeded,
  notAllowed,
  originRefused,
  notFound,
  districtUnknown,
  tooMany,
  serverError,
  databaseAway,
]
