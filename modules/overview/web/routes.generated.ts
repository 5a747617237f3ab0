// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const readGridShapes = endpoint<typeof contract.readGridShapes>('GET', '/overview/shapes')
export const readGridStates = endpoint<typeof contract.readGridStates>('GET', '/overview/states')
export const readOverview = endpoint<typeof contract.readOverview>('GET', '/overview')
export const readOverviewSheet = endpoint<typeof contract.readOverviewSheet>('GET', '/overview-sheet')
export const readScreen = endpoint<typeof contract.readScreen>('GET', '/overview/screen')
