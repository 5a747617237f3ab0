/** What the phone pages of other modules take from places. */
export { listAreas } from './routes.generated.ts'
