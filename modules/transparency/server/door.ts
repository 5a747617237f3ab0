/** What other modules and the command line may ask of the log. */
export { faultsOf } from './check-proof.ts'
export { jobs } from './grow-log.ts'
export { protocols } from './checker-page.ts'
export { endpoints } from './routes.ts'
export { verifyLog } from './verify-log.ts'
