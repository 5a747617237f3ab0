import { implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { exportAudit } from './export-audit.ts'
import { findAuditSubjectsBy, readAudit } from './read-audit.ts'

export const endpoints = [
  implement(contract.readAudit, (ctx, { body }) => readAudit(ctx, body)),
  implement(contract.findAuditSubjects, (ctx, { query }) => findAuditSubjectsBy(ctx, query)),
  implement(contract.exportAudit, (ctx, { body }) => exportAudit(ctx, body)),
]
