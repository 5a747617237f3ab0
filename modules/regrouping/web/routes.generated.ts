// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const cancelRegrouping = endpoint<typeof contract.cancelRegrouping>('DELETE', '/regroupings/:regroupingId')
export const listRegroupings = endpoint<typeof contract.listRegroupings>('GET', '/regroupings')
export const previewRegrouping = endpoint<typeof contract.previewRegrouping>('POST', '/regrouping-previews')
export const regroupGrids = endpoint<typeof contract.regroupGrids>('POST', '/regroupings')
