/** What the server may ask of webhooks. */
export { jobs } from './jobs.ts'
export { endpoints } from './routes.ts'
