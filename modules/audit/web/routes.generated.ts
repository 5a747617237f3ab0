// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const exportAudit = endpoint<typeof contract.exportAudit>('POST', '/audit/exports')
export const findAuditSubjects = endpoint<typeof contract.findAuditSubjects>('GET', '/audit/subjects')
export const readAudit = endpoint<typeof contract.readAudit>('POST', '/audit/readings')
