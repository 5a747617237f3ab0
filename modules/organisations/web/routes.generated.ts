// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const addFormationStep = endpoint<typeof contract.addFormationStep>('POST', '/formations/:caseId/steps')
export const addOrganisation = endpoint<typeof contract.addOrganisation>('POST', '/organisations')
export const addTie = endpoint<typeof contract.addTie>('POST', '/organisations/:organisationId/ties')
export const changeOrganisation = endpoint<typeof contract.changeOrganisation>('PUT', '/organisations/:organisationId')
export const endOrganisation = endpoint<typeof contract.endOrganisation>('DELETE', '/organisations/:organisationId')
export const endTie = endpoint<typeof contract.endTie>('DELETE', '/organisations/:organisationId/ties/:tieId')
export const listFormations = endpoint<typeof contract.listFormations>('GET', '/formations')
export const listOrganisations = endpoint<typeof contract.listOrganisations>('GET', '/organisations')
export const listTies = endpoint<typeof contract.listTies>('GET', '/organisations/:organisationId/ties')
export const openFormation = endpoint<typeof contract.openFormation>('POST', '/formations')
export const reopenOrganisation = endpoint<typeof contract.reopenOrganisation>('POST', '/organisations/:organisationId/reopening')
