import { implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { listHeads, listLeaves, readGrowth, readProof } from './read-log.ts'

export const endpoints = [
  implement(contract.listHeads, (ctx, { query }) => listHeads(ctx, query)),
  implement(contract.readProof, (ctx, { params }) => readProof(ctx, params.code)),
  implement(contract.readGrowth, (ctx, { query }) => readGrowth(ctx, query)),
  implement(contract.listLeaves, (ctx, { query }) => listLeaves(ctx, query)),
]
