/** What the screens of other modules may use of indicators. */
export { listCounted, listIndicators } from './routes.generated.ts'
