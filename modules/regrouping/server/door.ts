/** What the product takes from regrouping. */
export { jobs } from './jobs.ts'
export { endpoints } from './routes.ts'
