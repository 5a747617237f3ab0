// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const addOrganisation = endpoint<typeof contract.addOrganisation>('POST', '/organisations')
export const listOrganisations = endpoint<typeof contract.listOrganisations>('GET', '/organisations')
