import { implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { lookUpReports } from './counter-lookup.ts'
import { makeSlip } from './slip.ts'
import { speakFor } from './speak-for.ts'
import { takeReport } from './take-report.ts'

/** What a clerk does for somebody at the counter or on the phone. */
export const counterEndpoints = [
  implement(contract.takeReport, (ctx, { body }) => takeReport(ctx, body)),
  implement(contract.lookUpReports, (ctx, { body }) => lookUpReports(ctx, body)),
  implement(contract.speakFor, (ctx, { params, body }) => speakFor(ctx, params, body)),
  implement(contract.makeSlip, (ctx, { params }) => makeSlip(ctx, params)),
]
