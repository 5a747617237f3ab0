/** What the shells take from notices. */
export { countUnread } from './routes.generated.ts'
