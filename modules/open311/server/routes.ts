import { implement } from '#kernel/server/endpoint.ts'
import type { Context } from '#kernel/server/context.ts'
import { readSetting, writeSetting } from '#kernel/server/settings.ts'
import * as contract from '../contract.ts'
import { basePath } from './discovery.ts'
import { endKey, listKeys, makeKey } from './keys.ts'
import { interfaceSetting } from './settings.ts'

export const endpoints = [
  implement(contract.readInterface, async (ctx) => ({
    discoveryUrl: `${ctx.caller.base}${basePath}/discovery.xml`,
    interface: await readSetting(ctx, interfaceSetting),
    keys: await listKeys(ctx),
  })),
  implement(contract.changeInterface, (ctx, { body }) => changeInterface(ctx, body)),
  implement(contract.makeKey, (ctx, { body }) => makeKey(ctx, body)),
  implement(contract.endKey, (ctx, { params }) => endKey(ctx, params.keyId)),
]

async function changeInterface(ctx: Context, body: contract.Interface): Promise<contract.Interface> {
  await writeSetting(ctx, interfaceSetting, body)
  return body
}
