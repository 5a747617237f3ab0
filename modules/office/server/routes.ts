import { implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { changeOffice, officeNow, readOfficeSetting } from './office.ts'
import { listSettingVersions } from './versions.ts'

export const endpoints = [
  implement(contract.readOffice, (ctx) => officeNow(ctx)),
  implement(contract.readOfficeSetting, (ctx) => readOfficeSetting(ctx)),
  implement(contract.changeOffice, (ctx, { body }) => changeOffice(ctx, body)),
  implement(contract.listSettingVersions, (ctx, { params }) => listSettingVersions(ctx, params.name)),
]
