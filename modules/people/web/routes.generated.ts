// Generated from the contract by `npm run generate`. Do not edit.
import { endpoint } from '#kernel/web/call.ts'
import type * as contract from '../contract.ts'

export const addAccount = endpoint<typeof contract.addAccount>('POST', '/accounts')
export const addPost = endpoint<typeof contract.addPost>('POST', '/posts')
export const changePassword = endpoint<typeof contract.changePassword>('PUT', '/session/password')
export const endPost = endpoint<typeof contract.endPost>('DELETE', '/posts/:postId')
export const findAccounts = endpoint<typeof contract.findAccounts>('GET', '/accounts')
export const listContacts = endpoint<typeof contract.listContacts>('GET', '/doors/:token/contacts')
export const listDemoPeople = endpoint<typeof contract.listDemoPeople>('GET', '/demo/people')
export const listPosts = endpoint<typeof contract.listPosts>('GET', '/posts')
export const listStaffingGaps = endpoint<typeof contract.listStaffingGaps>('GET', '/staffing-gaps')
export const readSession = endpoint<typeof contract.readSession>('GET', '/session')
export const signIn = endpoint<typeof contract.signIn>('POST', '/session')
export const signOut = endpoint<typeof contract.signOut>('DELETE', '/session')
