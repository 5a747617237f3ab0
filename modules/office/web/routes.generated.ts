// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const changeOffice = endpoint<typeof contract.changeOffice>('PUT', '/office')
export const listSettingVersions = endpoint<typeof contract.listSettingVersions>('GET', '/settings/:name/versions')
export const readOffice = endpoint<typeof contract.readOffice>('GET', '/office')
export const readOfficeSetting = endpoint<typeof contract.readOfficeSetting>('GET', '/office/setting')
