/** What other modules may ask of places. */
export { endpoints } from './routes.ts'
export { areaOfDoor, demoDoors, issueDoorCodes, openDoor } from './door-codes.ts'
export { gridAt } from './grid-map.ts'
export { areaColumns, checkAreaRows, importAreas, type ImportOutcome } from './import-areas.ts'
export { type FoundArea, findNamedAreas, type NamedArea } from './named-areas.ts'
export {
  insertPlaced,
  type NewArea,
  type Parent,
  place,
  type PlacedArea,
  reserveNumbers,
} from './add-areas.ts'
export { type AreaRow, type DoorRow, findArea, findByCode, listAreasById } from './queries.ts'
export {
  type Level,
  levelOfKind,
  levels,
  rankOfLevel,
  reachedArea,
  reaches,
  shapeArea,
  widestArea,
} from './reach.ts'
import './constraints.ts'
