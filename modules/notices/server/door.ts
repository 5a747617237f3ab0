/** What other modules may ask of notices. */
export { checkCode, sendCode } from './codes.ts'
export { jobs } from './jobs.ts'
export { type NoticeGroup, noticeKind } from './kinds.ts'
export { endpoints } from './routes.ts'
export { tell } from './tell.ts'
