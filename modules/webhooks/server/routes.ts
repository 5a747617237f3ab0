import { implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { listMessages, readMessage, sendAgain } from './messages.ts'
import {
  changeRules,
  changeWebhook,
  endWebhook,
  listWebhooks,
  makeWebhook,
  pingWebhook,
  renewSecret,
  turnWebhook,
} from './webhooks.ts'

export const endpoints = [
  implement(contract.listWebhooks, (ctx) => listWebhooks(ctx)),
  implement(contract.changeRules, (ctx, { body }) => changeRules(ctx, body)),
  implement(contract.makeWebhook, (ctx, { body }) => makeWebhook(ctx, body)),
  implement(contract.changeWebhook, (ctx, { params, body }) => changeWebhook(ctx, params.webhookId, body)),
  implement(contract.turnWebhook, (ctx, { params, body }) => turnWebhook(ctx, params.webhookId, body.state)),
  implement(contract.renewSecret, (ctx, { params }) => renewSecret(ctx, params.webhookId)),
  implement(contract.endWebhook, (ctx, { params }) => endWebhook(ctx, params.webhookId)),
  implement(contract.pingWebhook, (ctx, { params }) => pingWebhook(ctx, params.webhookId)),
  implement(contract.listMessages, (ctx, { query }) => listMessages(ctx, query)),
  implement(contract.readMessage, (ctx, { query }) => readMessage(ctx, query.id)),
  implement(contract.sendAgain, (ctx, { params }) => sendAgain(ctx, params.messageId)),
]
