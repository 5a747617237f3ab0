/** What the phone pages of other modules take from the office. */
export { readOffice } from './routes.generated.ts'
