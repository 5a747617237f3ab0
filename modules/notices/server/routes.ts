import { implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { changeChoices, confirmAddress, readChoices, removeAddress, startAddress } from './choices.ts'
import { countDeliveries, listDeliveries, listTries, resend } from './log.ts'
import { countUnread, listOwnNotices, markRead } from './own.ts'
import {
  changeChannels,
  changeRules,
  changeSecret,
  listDemoMessages,
  readChannels,
  tryChannel,
} from './set-channels.ts'

export const endpoints = [
  implement(contract.listOwnNotices, (ctx, { query }) => listOwnNotices(ctx, query)),
  implement(contract.countUnread, (ctx) => countUnread(ctx)),
  implement(contract.markRead, (ctx, { body }) => markRead(ctx, body)),
  implement(contract.readChoices, (ctx) => readChoices(ctx)),
  implement(contract.changeChoices, (ctx, { body }) => changeChoices(ctx, body)),
  implement(contract.startAddress, (ctx, { body }) => startAddress(ctx, body)),
  implement(contract.confirmAddress, (ctx, { params, body }) => confirmAddress(ctx, params.way, body)),
  implement(contract.removeAddress, (ctx, { params }) => removeAddress(ctx, params.way)),
  implement(contract.listDeliveries, (ctx, { query }) => listDeliveries(ctx, query)),
  implement(contract.countDeliveries, (ctx, { query }) => countDeliveries(ctx, query)),
  implement(contract.listTries, (ctx, { params }) => listTries(ctx, params)),
  implement(contract.resend, (ctx, { params }) => resend(ctx, params)),
  implement(contract.readChannels, (ctx) => readChannels(ctx)),
  implement(contract.changeChannels, (ctx, { body }) => changeChannels(ctx, body)),
  implement(contract.changeRules, (ctx, { body }) => changeRules(ctx, body)),
  implement(contract.changeSecret, (ctx, { params, body }) => changeSecret(ctx, params.way, body.secret)),
  implement(contract.tryChannel, (ctx, { params, body }) => tryChannel(ctx, params.way, body)),
  implement(contract.listDemoMessages, (ctx) => listDemoMessages(ctx)),
]
