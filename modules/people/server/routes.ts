import { type Context, personId } from '#kernel/server/context.ts'
import { constraint } from '#kernel/server/constraints.ts'
import { implement, implementSlowly } from '#kernel/server/endpoint.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { organisationNotFound } from '#modules/organisations/contract.ts'
import * as contract from '../contract.ts'
import * as accounts from './accounts.ts'
import { changePassword, readyChange } from './change-password.ts'
import { addContactLink, endContactLink, listContactLinks } from './contact-links.ts'
import { changeSignInRules, readSignInRules } from './change-rules.ts'
import { listDemoPeople } from './demo.ts'
import * as manage from './manage-accounts.ts'
import * as own from './own-account.ts'
import * as sessions from './own-sessions.ts'
import { addPost, endPost, listContacts, listPosts, listStaffingGaps } from './posts.ts'
import * as provider from './provider.ts'
import { finishProvider, linkIdentity, unlinkIdentity } from './provider-account.ts'
import { describeSession } from './session.ts'
import * as entering from './sign-in.ts'
import { deleteSession } from './sign-in-queries.ts'
import { signInRules } from './sign-in-rules.ts'

constraint('posts_one_holder', contract.postTaken)
constraint('posts_admin_kinds_apart', contract.adminKindsApart)
constraint('contact_links_once', contract.linkExists)
constraint('accounts_login', contract.loginTaken)
constraint('account_identities_pkey', contract.identityTaken)
constraint('posts_organisation', organisationNotFound)

const signingIn = [
  implementSlowly(
    contract.signIn,
    (ctx, { body }) => entering.readySignIn(ctx, body),
    (ctx, { body }, matched) => entering.signIn(ctx, body, matched),
  ),
  implementSlowly(
    contract.giveCode,
    (ctx, { body }) => entering.readyCodeStep(ctx, body),
    (ctx, { body }, match) => entering.giveCode(ctx, body, match),
  ),
  implementSlowly(
    contract.giveNewPassword,
    (ctx, { body }) => entering.readyPasswordStep(ctx, body),
    (ctx, { body }, made) => entering.giveNewPassword(ctx, body, made),
  ),
  implement(contract.offerFactorAtSignIn, (ctx, { body }) => entering.offerFactorAtSignIn(ctx, body.ticket)),
  implementSlowly(
    contract.confirmFactorAtSignIn,
    (ctx, { body }) => entering.readyEnrolment(ctx, body),
    (ctx, { body }, recovery) => entering.confirmFactorAtSignIn(ctx, body, recovery),
  ),
  implement(contract.readWaysIn, (ctx) => readWaysIn(ctx)),
  implement(contract.readSession, (ctx) => describeSession(ctx, personId(ctx))),
  implement(contract.signOut, (ctx) => signOut(ctx)),
]

const byProvider = [
  implement(contract.readProvider, (ctx) => provider.readProvider(ctx)),
  implement(contract.changeProvider, (ctx, { body }) => provider.changeProvider(ctx, body)),
  implementSlowly(
    contract.tryProvider,
    (ctx) => provider.readyTrial(ctx),
    (ctx, _input, authorization) => provider.noteTrial(ctx, authorization),
  ),
  implementSlowly(
    contract.beginProvider,
    (ctx) => provider.readyBeginning(ctx),
    (ctx, { body }, begun) => provider.beginProvider(ctx, body, begun),
  ),
  implement(contract.returnFromProvider, (ctx, { query }) => provider.returnFromProvider(ctx, query)),
  implementSlowly(
    contract.finishProvider,
    (ctx, { body }) => provider.readyAnswer(ctx, body),
    (ctx, _input, answered) => finishProvider(ctx, answered),
  ),
  implement(contract.linkIdentity, (ctx, { params, body }) =>
    linkIdentity(ctx, params.accountId, body.subject),
  ),
  implement(contract.unlinkIdentity, (ctx, { params }) => unlinkIdentity(ctx, params.accountId)),
]

const ownAccount = [
  implementSlowly(
    contract.changePassword,
    (ctx, { body }) => readyChange(ctx, body),
    (ctx, _input, ready) => changePassword(ctx, ready),
  ),
  implement(contract.readOwnAccount, (ctx) => own.readOwnAccount(ctx)),
  implementSlowly(
    contract.offerFactor,
    (ctx, { body }) => own.readyOffer(ctx, body),
    (ctx, _input, matched) => own.offerOwnFactor(ctx, matched),
  ),
  implementSlowly(
    contract.confirmFactor,
    (ctx) => own.readyConfirmation(ctx),
    (ctx, { body }, recovery) => own.confirmOwnFactor(ctx, body, recovery),
  ),
  implementSlowly(
    contract.removeFactor,
    (ctx, { body }) => own.readyRemoval(ctx, body),
    (ctx, { body }, match) => own.removeOwnFactor(ctx, body, match),
  ),
  implementSlowly(
    contract.renewRecoveryCodes,
    (ctx, { body }) => own.readyRenewal(ctx, body),
    (ctx, { body }, ready) => own.renewRecoveryCodes(ctx, body, ready),
  ),
]

const ownSessions = [
  implement(contract.listOwnSessions, (ctx) => sessions.listOwnSessions(ctx)),
  implement(contract.endOwnSession, (ctx, { params }) => sessions.endOwnSession(ctx, params.sessionId)),
  implement(contract.endOtherSessions, (ctx) => sessions.endOtherSessions(ctx)),
]

const managing = [
  implementSlowly(
    contract.addAccount,
    (ctx, { body }) => accounts.readyAccount(ctx, body),
    (ctx, { body }, ready) => accounts.addAccountWith(ctx, body, ready),
  ),
  implement(contract.listAccounts, (ctx, { query }) => manage.listAccounts(ctx, query)),
  implement(contract.disableAccount, (ctx, { params, body }) =>
    manage.disableAccount(ctx, params.accountId, body),
  ),
  implement(contract.enableAccount, (ctx, { params }) => manage.enableAccount(ctx, params.accountId)),
  implementSlowly(
    contract.resetPassword,
    (_ctx, { body }) => manage.readyReset(body),
    (ctx, { params }, hash) => manage.resetPassword(ctx, params.accountId, hash),
  ),
  implement(contract.removeAccountFactor, (ctx, { params }) =>
    manage.removeAccountFactor(ctx, params.accountId),
  ),
  implement(contract.endAccountSessions, (ctx, { params }) =>
    manage.endAccountSessions(ctx, params.accountId),
  ),
  implement(contract.endAllSessions, (ctx, { query }) => manage.endAllSessions(ctx, query)),
  implement(contract.readSignInRules, (ctx) => readSignInRules(ctx)),
  implement(contract.changeSignInRules, (ctx, { body }) => changeSignInRules(ctx, body)),
]

export const endpoints = [
  ...signingIn,
  ...byProvider,
  ...ownAccount,
  ...ownSessions,
  ...managing,
  implement(contract.listPosts, (ctx, { query }) => listPosts(ctx, query)),
  implement(contract.listStaffingGaps, (ctx, { query }) => listStaffingGaps(ctx, query)),
  implement(contract.listContactLinks, (ctx, { query }) => listContactLinks(ctx, query)),
  implement(contract.addContactLink, (ctx, { body }) => addContactLink(ctx, body)),
  implement(contract.endContactLink, (ctx, { params }) => endContactLink(ctx, params.linkId)),
  implement(contract.addPost, (ctx, { body }) => addPost(ctx, body)),
  implement(contract.endPost, (ctx, { params }) => endPost(ctx, params.postId)),
  implement(contract.listContacts, (ctx, { params }) => listContacts(ctx, params.token)),
  implement(contract.listDemoPeople, (ctx) => listDemoPeople(ctx)),
]

async function readWaysIn(ctx: Context) {
  const { keepDays, help, minLength, kinds } = await readSetting(ctx, signInRules)
  const button = await provider.providerButton(ctx)
  return { keepDays, help, password: { minLength, kinds }, ...(button && { provider: button }) }
}

async function signOut(ctx: Context): Promise<{ signedOut: boolean }> {
  await ctx.db.rows(deleteSession, [ctx.district.id, ctx.caller.sessionHash])
  ctx.setSession(undefined)
  ctx.audit('people.signed-out', personId(ctx))
  return { signedOut: true }
}
