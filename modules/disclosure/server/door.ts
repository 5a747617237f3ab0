/** What other modules may ask of the public ledger. */
export { protocols } from './atom-feed.ts'
export { endpoints } from './routes.ts'
