// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const changeRules = endpoint<typeof contract.changeRules>('PUT', '/webhook-rules')
export const changeWebhook = endpoint<typeof contract.changeWebhook>('PUT', '/webhooks/:webhookId')
export const endWebhook = endpoint<typeof contract.endWebhook>('DELETE', '/webhooks/:webhookId')
export const listMessages = endpoint<typeof contract.listMessages>('GET', '/webhook-messages')
export const listWebhooks = endpoint<typeof contract.listWebhooks>('GET', '/webhooks')
export const makeWebhook = endpoint<typeof contract.makeWebhook>('POST', '/webhooks')
export const pingWebhook = endpoint<typeof contract.pingWebhook>('POST', '/webhooks/:webhookId/pings')
export const readMessage = endpoint<typeof contract.readMessage>('GET', '/webhook-message')
export const renewSecret = endpoint<typeof contract.renewSecret>('POST', '/webhooks/:webhookId/secret')
export const sendAgain = endpoint<typeof contract.sendAgain>('POST', '/webhook-messages/:messageId/tries')
export const turnWebhook = endpoint<typeof contract.turnWebhook>('PUT', '/webhooks/:webhookId/state')
