// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const listCounted = endpoint<typeof contract.listCounted>('GET', '/indicators/:key/matters')
export const listCountedRecords = endpoint<typeof contract.listCountedRecords>('GET', '/indicators/:key/records')
export const listIndicators = endpoint<typeof contract.listIndicators>('GET', '/indicators')
export const readIndicators = endpoint<typeof contract.readIndicators>('GET', '/indicator-values')
