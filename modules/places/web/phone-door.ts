/** What the phone pages of other modules take from places. */
export { type ChosenPlace, PlacePicker } from './place-picker.tsx'
export { listAreas } from './routes.generated.ts'
