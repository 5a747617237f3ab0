// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const changeInterface = endpoint<typeof contract.changeInterface>('PUT', '/open311')
export const endKey = endpoint<typeof contract.endKey>('DELETE', '/open311/keys/:keyId')
export const makeKey = endpoint<typeof contract.makeKey>('POST', '/open311/keys')
export const readInterface = endpoint<typeof contract.readInterface>('GET', '/open311')
