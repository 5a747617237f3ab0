/** What other modules may ask of the office. */
export { endpoints } from './routes.ts'
export { officeName, officeNow } from './office.ts'
