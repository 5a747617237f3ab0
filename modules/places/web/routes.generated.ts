// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const addArea = endpoint<typeof contract.addArea>('POST', '/areas')
export const changeArea = endpoint<typeof contract.changeArea>('PUT', '/areas/:areaId')
export const changeBaseMap = endpoint<typeof contract.changeBaseMap>('PUT', '/place-settings/base-map')
export const changePosterWords = endpoint<typeof contract.changePosterWords>('PUT', '/place-settings/poster')
export const checkBoundaries = endpoint<typeof contract.checkBoundaries>('POST', '/areas/:areaId/boundary-checks')
export const endArea = endpoint<typeof contract.endArea>('DELETE', '/areas/:areaId')
export const exportBoundaries = endpoint<typeof contract.exportBoundaries>('GET', '/areas/:areaId/boundaries')
export const findGridAt = endpoint<typeof contract.findGridAt>('GET', '/grid-at')
export const importBoundaries = endpoint<typeof contract.importBoundaries>('POST', '/areas/:areaId/boundaries')
export const listAreas = endpoint<typeof contract.listAreas>('GET', '/areas')
export const listDoorCodes = endpoint<typeof contract.listDoorCodes>('GET', '/areas/:areaId/door-codes')
export const listPosters = endpoint<typeof contract.listPosters>('GET', '/areas/:areaId/posters')
export const makeDoorCode = endpoint<typeof contract.makeDoorCode>('POST', '/areas/:areaId/door-codes')
export const makeMissingCodes = endpoint<typeof contract.makeMissingCodes>('POST', '/areas/:areaId/missing-door-codes')
export const previewMissingCodes = endpoint<typeof contract.previewMissingCodes>('GET', '/areas/:areaId/missing-door-codes')
export const readArea = endpoint<typeof contract.readArea>('GET', '/areas/:areaId')
export const readLineage = endpoint<typeof contract.readLineage>('GET', '/areas/:areaId/lineage')
export const readPlaceSettings = endpoint<typeof contract.readPlaceSettings>('GET', '/place-settings')
export const readShapes = endpoint<typeof contract.readShapes>('GET', '/areas/:areaId/shapes')
export const retireDoorCode = endpoint<typeof contract.retireDoorCode>('DELETE', '/areas/:areaId/door-codes/:token')
