/** What the staff pages of other modules take from places; the phone pages take nothing from here, it leans on antd. */
export { AreaSelect } from './area-select.tsx'
export { areaWords } from './area-words.messages.ts'
export { cutRing, isInside } from './cut-ring.ts'
export { boundaryOf, openRingsOf, type Position } from './map-shape.ts'
export { type MapView, toScreen } from './map-view.ts'
export { Paper, ScreenOnly } from './paper.tsx'
export { listAreas, readArea, readShapes } from './routes.generated.ts'
export { TerritoryMap } from './territory-map.tsx'
