/** What the policy serves of the overview. */
export { endpoints } from './routes.ts'
