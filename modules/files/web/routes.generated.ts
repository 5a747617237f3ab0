// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const uploadPhoto = endpoint<typeof contract.uploadPhoto>('POST', '/files')
export const uploadVoice = endpoint<typeof contract.uploadVoice>('POST', '/files/voice')
