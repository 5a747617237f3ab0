import { type Endpoint, implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { listBehind } from './behind.ts'
import { declared, shapeIndicator } from './declared.ts'
import { readIndicators } from './values.ts'

export const endpoints: readonly Endpoint[] = [
  implement(contract.listIndicators, async () => ({ items: declared.map(shapeIndicator) })),
  implement(contract.readIndicators, (ctx, { query }) => readIndicators(ctx, query)),
  implement(contract.listCounted, (ctx, { params, query }) => listBehind(ctx, params.key, query)),
]
