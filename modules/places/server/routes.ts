import { implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { addArea, changeArea, endArea } from './change-areas.ts'
import {
  listDoorCodes,
  listPosters,
  makeDoorCode,
  makeMissingCodes,
  previewMissingCodes,
  readPlaceDoor,
  retireDoorCode,
} from './door-codes.ts'
import { readDwellings, setDwellings } from './dwellings.ts'
import { exportBoundaries } from './export-boundaries.ts'
import { findGridAt } from './find-grid.ts'
import { checkBoundaries, importBoundaries } from './import-boundaries.ts'
import { changeBaseMap, changePosterWords, readPlaceSettings } from './place-settings.ts'
import { listPlaces, searchPlaces } from './place-index.ts'
import { readPlaceMap } from './place-map.ts'
import { listAreas, readArea, readLineage, readShapes } from './list-areas.ts'

export const endpoints = [
  implement(contract.listAreas, (ctx, { query }) => listAreas(ctx, query)),
  implement(contract.readArea, (ctx, { params, query }) => readArea(ctx, params.areaId, query.on)),
  implement(contract.readShapes, (ctx, { params, query }) => readShapes(ctx, params.areaId, query.on)),
  implement(contract.readLineage, (ctx, { params, query }) => readLineage(ctx, params.areaId, query.on)),
  implement(contract.findGridAt, (ctx, { query }) => findGridAt(ctx, query)),
  implement(contract.listPlaces, (ctx, { query }) => listPlaces(ctx, query.parent)),
  implement(contract.readPlaceDoor, (ctx, { params }) => readPlaceDoor(ctx, params.areaId)),
  implement(contract.searchPlaces, (ctx, { query }) => searchPlaces(ctx, query.q ?? '')),
  implement(contract.readPlaceMap, (ctx, { query }) => readPlaceMap(ctx, query)),
  implement(contract.addArea, (ctx, { body }) => addArea(ctx, body)),
  implement(contract.changeArea, (ctx, { params, body }) => changeArea(ctx, params.areaId, body)),
  implement(contract.endArea, (ctx, { params }) => endArea(ctx, params.areaId)),
  implement(contract.readDwellings, (ctx, { params, query }) => readDwellings(ctx, params.areaId, query.on)),
  implement(contract.setDwellings, (ctx, { params, body }) => setDwellings(ctx, params.areaId, body)),
  implement(contract.checkBoundaries, (ctx, input) => checkBoundaries(ctx, input)),
  implement(contract.importBoundaries, (ctx, input) => importBoundaries(ctx, input)),
  implement(contract.exportBoundaries, (ctx, { params, query }) =>
    exportBoundaries(ctx, params.areaId, query),
  ),
  implement(contract.readPlaceSettings, (ctx) => readPlaceSettings(ctx)),
  implement(contract.changeBaseMap, (ctx, { body }) => changeBaseMap(ctx, body)),
  implement(contract.changePosterWords, (ctx, { body }) => changePosterWords(ctx, body)),
  implement(contract.listDoorCodes, (ctx, { params, query }) => listDoorCodes(ctx, params.areaId, query)),
  implement(contract.listPosters, (ctx, { params, query }) => listPosters(ctx, params.areaId, query)),
  implement(contract.makeDoorCode, (ctx, { params, body }) =>
    makeDoorCode(ctx, params.areaId, body.facility ?? ''),
  ),
  implement(contract.previewMissingCodes, (ctx, { params, query }) =>
    previewMissingCodes(ctx, params.areaId, query),
  ),
  implement(contract.makeMissingCodes, (ctx, { params, body }) =>
    makeMissingCodes(ctx, params.areaId, body.sets),
  ),
  implement(contract.retireDoorCode, (ctx, { params }) => retireDoorCode(ctx, params.areaId, params.token)),
]
