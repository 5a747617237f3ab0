import { type AccessCases, administratorOf } from '#testing/access-case.ts'
import { type SignInService, startSignInService } from '#testing/sign-in-service.ts'
import type { World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { signInRules } from './sign-in-rules.ts'

const clerks = (world: World) => ({ inside: world.person('chenjing'), outside: world.person('kongwei') })
const secretaries = (world: World) => ({
  inside: world.person('zhaojianguo'),
  outside: world.person('qianyong'),
})
const administrators = async (world: World) => ({
  inside: world.person('zhengkai'),
  outside: await administratorOf(world, 'xuefu', 'security_admin'),
})
const inBinxi = (world: World) => ({ query: { area: world.area('binxi') } })

// Accounts lie in no area: who may see and keep them is a matter of the role alone.
const byRole = (world: World) => ({
  inside: world.person('zhengkai'),
  outside: world.person('chenjing'),
  refused: 403 as const,
})
const account = async (world: World, login: string) => ({
  params: { accountId: await world.accountOf(login) },
})

let service: Promise<SignInService> | undefined

/** A sign-in service that answers, as the security administrator would set it. */
async function serviceOfTests(world: World) {
  service ??= startSignInService([`http://${world.district.id}.localhost/back`])
  const { issuer, clientId, secret } = await service
  return {
    on: true,
    issuer,
    clientId,
    secret,
    button: '区统一认证',
    claim: 'preferred_username',
    ownFactor: true,
  }
}

export const accessCases = {
  listPosts: async (world) => ({ ...clerks(world), input: inBinxi(world) }),
  listStaffingGaps: async (world) => ({ ...clerks(world), input: inBinxi(world) }),
  listContactLinks: async (world) => ({ ...clerks(world), input: inBinxi(world) }),
  addContactLink: async (world) => ({
    ...secretaries(world),
    input: {
      body: { accountId: await world.accountOf('limin'), areaId: world.area('binxi-g2'), perWeek: 1 },
    },
  }),
  endContactLink: async (world) => {
    const link = await world.person('zhaojianguo').calls(contract.addContactLink, {
      body: { accountId: await world.accountOf('limin'), areaId: world.area('binxi-g3'), perWeek: 1 },
    })
    return { ...secretaries(world), input: { params: { linkId: link.id } } }
  },
  addAccount: async (world) => ({
    ...byRole(world),
    input: { body: { login: 'new.colleague', name: '新同事', password: 'ten-letters-and-more' } },
  }),
  listAccounts: async (world) => ({ ...byRole(world), input: { query: { q: '王' } } }),
  disableAccount: async (world) => ({
    ...byRole(world),
    input: { ...(await account(world, 'yebin')), body: { reason: '已调离，不再担任。' } },
  }),
  enableAccount: async (world) => ({ ...byRole(world), input: await account(world, 'yebin') }),
  resetPassword: async (world) => ({
    ...byRole(world),
    input: { ...(await account(world, 'yebin')), body: { password: 'a-first-password' } },
  }),
  removeAccountFactor: async (world) => ({ ...byRole(world), input: await account(world, 'yebin') }),
  endAccountSessions: async (world) => ({ ...byRole(world), input: await account(world, 'yebin') }),
  // Of long ago, so that those who try the other routes stay signed in.
  endAllSessions: async (world) => ({
    ...byRole(world),
    input: { query: { before: '2020-01-01T00:00:00.000Z' } },
  }),
  readSignInRules: async (world) => ({ ...byRole(world), input: {} }),
  changeSignInRules: async (world) => ({ ...byRole(world), input: { body: signInRules.initial } }),
  readProvider: async (world) => ({ ...byRole(world), input: {} }),
  changeProvider: async (world) => ({ ...byRole(world), input: { body: await serviceOfTests(world) } }),
  tryProvider: async (world) => ({ ...byRole(world), input: {} }),
  linkIdentity: async (world) => ({
    ...byRole(world),
    input: { ...(await account(world, 'yebin')), body: { subject: 'yebin-there' } },
  }),
  unlinkIdentity: async (world) => ({ ...byRole(world), input: await account(world, 'yebin') }),
  addPost: async (world) => ({
    ...(await administrators(world)),
    input: {
      body: {
        accountId: await world.accountOf('taohai'),
        role: 'grid_helper',
        areaId: world.area('binxi-g3'),
      },
    },
  }),
  endPost: async (world) => ({
    ...(await administrators(world)),
    input: {
      params: {
        postId: await world.value<string>('select id from posts where account_id = $1', [
          await world.accountOf('caopeng'),
        ]),
      },
    },
  }),
} satisfies AccessCases<typeof contract>
