/** What the screens of other modules may use of indicators. */
export { listCounted, listCountedRecords, listIndicators, readIndicators } from './routes.generated.ts'
