import { type Context, personId } from '#kernel/server/context.ts'
import { constraint } from '#kernel/server/constraints.ts'
import { implement } from '#kernel/server/endpoint.ts'
import { organisationNotFound } from '#modules/organisations/contract.ts'
import * as contract from '../contract.ts'
import { listDemoPeople } from './demo.ts'
import {
  addAccount,
  addPost,
  endPost,
  findAccounts,
  listContacts,
  listPosts,
  listStaffingGaps,
} from './posts.ts'
import { deleteSession } from './queries.ts'
import { describeSession } from './session.ts'
import { changePassword, signIn } from './sign-in.ts'

constraint('posts_one_holder', contract.postTaken)
constraint('posts_admin_kinds_apart', contract.adminKindsApart)
constraint('accounts_login', contract.loginTaken)
constraint('posts_organisation', organisationNotFound)

export const endpoints = [
  implement(contract.signIn, (ctx, { body }) => signIn(ctx, body)),
  implement(contract.readSession, (ctx) => describeSession(ctx, personId(ctx))),
  implement(contract.signOut, (ctx) => signOut(ctx)),
  implement(contract.changePassword, (ctx, { body }) => changePassword(ctx, body)),
  implement(contract.listPosts, (ctx, { query }) => listPosts(ctx, query)),
  implement(contract.listStaffingGaps, (ctx, { query }) => listStaffingGaps(ctx, query)),
  implement(contract.addAccount, (ctx, { body }) => addAccount(ctx, body)),
  implement(contract.findAccounts, (ctx, { query }) => findAccounts(ctx, query.q)),
  implement(contract.addPost, (ctx, { body }) => addPost(ctx, body)),
  implement(contract.endPost, (ctx, { params }) => endPost(ctx, params.postId)),
  implement(contract.listContacts, (ctx, { params }) => listContacts(ctx, params.token)),
  implement(contract.listDemoPeople, (ctx) => listDemoPeople(ctx)),
]

async function signOut(ctx: Context): Promise<{ signedOut: boolean }> {
  await ctx.db.rows(deleteSession, [ctx.district.id, ctx.caller.sessionHash])
  ctx.setSession(undefined)
  ctx.audit('people.signed-out', personId(ctx))
  return { signedOut: true }
}
