// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const changeChannels = endpoint<typeof contract.changeChannels>('PUT', '/notices/channels')
export const changeChoices = endpoint<typeof contract.changeChoices>('PUT', '/notices/choices')
export const changeRules = endpoint<typeof contract.changeRules>('PUT', '/notices/rules')
export const changeSecret = endpoint<typeof contract.changeSecret>('PUT', '/notices/channels/:way/secret')
export const confirmAddress = endpoint<typeof contract.confirmAddress>('PUT', '/notices/addresses/:way')
export const countDeliveries = endpoint<typeof contract.countDeliveries>('GET', '/notices/today')
export const countUnread = endpoint<typeof contract.countUnread>('GET', '/notices/unread')
export const listDeliveries = endpoint<typeof contract.listDeliveries>('GET', '/notices/log')
export const listDemoMessages = endpoint<typeof contract.listDemoMessages>('GET', '/demo/messages')
export const listOwnNotices = endpoint<typeof contract.listOwnNotices>('GET', '/notices')
export const listTries = endpoint<typeof contract.listTries>('GET', '/notices/log/:noticeId/:way')
export const markRead = endpoint<typeof contract.markRead>('POST', '/notices/read')
export const readChannels = endpoint<typeof contract.readChannels>('GET', '/notices/channels')
export const readChoices = endpoint<typeof contract.readChoices>('GET', '/notices/choices')
export const removeAddress = endpoint<typeof contract.removeAddress>('DELETE', '/notices/addresses/:way')
export const resend = endpoint<typeof contract.resend>('POST', '/notices/log/:noticeId/:way/resend')
export const startAddress = endpoint<typeof contract.startAddress>('POST', '/notices/addresses')
export const tryChannel = endpoint<typeof contract.tryChannel>('POST', '/notices/channels/:way/try')
