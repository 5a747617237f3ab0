/** What the phone pages of other modules take from places. */
export type { ChosenPlace } from './chosen-place.ts'
export { PlacePicker } from './place-picker.tsx'
export { listAreas } from './routes.generated.ts'
