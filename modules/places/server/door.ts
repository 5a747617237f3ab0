/** What other modules may ask of places. */
export { endpoints } from './routes.ts'
export { areaOfDoor, demoDoors, issueDoorCodes, openDoor } from './door-codes.ts'
export { areaColumns, checkAreaRows, importAreas } from './import-areas.ts'
export { type FoundArea, findNamedAreas, type NamedArea } from './named-areas.ts'
export { insertPlaced, place, type PlacedArea, reserveNumbers } from './add-areas.ts'
export { type AreaRow, findArea, findByCode } from './queries.ts'
export { type Level, levelOfKind, levels, rankOfLevel, reachedArea, reaches, widestArea } from './reach.ts'
import './constraints.ts'
