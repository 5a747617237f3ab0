import { implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { listEntries, readEntry, readRates } from './entries.ts'

export const endpoints = [
  implement(contract.listEntries, (ctx, { query }) => listEntries(ctx, query)),
  implement(contract.readEntry, (ctx, { params }) => readEntry(ctx, params.number)),
  implement(contract.readRates, (ctx, { query }) => readRates(ctx, query)),
]
