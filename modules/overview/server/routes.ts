import { type Endpoint, implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { readGridShapes, readGridStates, readScreen } from './grid-map.ts'
import { overviewSheet } from './overview-sheet.ts'
import { readOverview } from './read-overview.ts'

export const endpoints: readonly Endpoint[] = [
  implement(contract.readOverview, (ctx, { query }) => readOverview(ctx, query)),
  implement(contract.readOverviewSheet, (ctx, { query }) => overviewSheet(ctx, query)),
  implement(contract.readGridShapes, (ctx, { query }) => readGridShapes(ctx, query.area)),
  implement(contract.readGridStates, (ctx, { query }) => readGridStates(ctx, query.area)),
  implement(contract.readScreen, (ctx, { query }) => readScreen(ctx, query.area)),
]
