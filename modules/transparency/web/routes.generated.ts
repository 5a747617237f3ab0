// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const listHeads = endpoint<typeof contract.listHeads>('GET', '/transparency/heads')
export const listLeaves = endpoint<typeof contract.listLeaves>('GET', '/transparency/leaves')
export const readGrowth = endpoint<typeof contract.readGrowth>('GET', '/transparency/growth')
export const readProof = endpoint<typeof contract.readProof>('GET', '/receipts/:code/proof')
