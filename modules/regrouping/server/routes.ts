import { implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { previewRegrouping } from './preview.ts'
import { cancelRegrouping, listRegroupings, regroupGrids } from './regroup-grids.ts'

export const endpoints = [
  implement(contract.previewRegrouping, (ctx, { body }) => previewRegrouping(ctx, body)),
  implement(contract.regroupGrids, (ctx, { body }) => regroupGrids(ctx, body)),
  implement(contract.listRegroupings, (ctx, { query }) => listRegroupings(ctx, query)),
  implement(contract.cancelRegrouping, (ctx, { params }) => cancelRegrouping(ctx, params.regroupingId)),
]
