import { type Endpoint, implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { listBehind } from './behind.ts'
import { declared, shapeIndicator } from './declared.ts'
import { readIndicators } from './read-indicators.ts'
import { listRecords } from './records/list-records.ts'
import { recordIndicators, shapeRecordIndicator } from './records/record-indicators.ts'

export const endpoints: readonly Endpoint[] = [
  implement(contract.listIndicators, async () => ({
    items: [...declared.map(shapeIndicator), ...recordIndicators.map(shapeRecordIndicator)],
  })),
  implement(contract.readIndicators, (ctx, { query }) => readIndicators(ctx, query)),
  implement(contract.listCountedRecords, (ctx, { params, query }) => listRecords(ctx, params.key, query)),
  implement(contract.listCounted, (ctx, { params, query }) => listBehind(ctx, params.key, query)),
]
