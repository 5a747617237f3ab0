/** What the staff pages of other modules take from places; the phone pages take nothing from here, it leans on antd. */
export { AreaSelect } from './area-select.tsx'
export { areaWords } from './area-words.messages.ts'
export { Paper, ScreenOnly } from './paper.tsx'
export { listAreas, readArea } from './routes.generated.ts'
