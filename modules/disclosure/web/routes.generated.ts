// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const listEntries = endpoint<typeof contract.listEntries>('GET', '/disclosure')
export const readEntry = endpoint<typeof contract.readEntry>('GET', '/disclosure/:number')
export const readRates = endpoint<typeof contract.readRates>('GET', '/disclosure-rates')
