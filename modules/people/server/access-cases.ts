import { type AccessCases, administratorOf } from '#testing/access-case.ts'
import type { World } from '#testing/world.ts'
import type * as contract from '../contract.ts'

const clerks = (world: World) => ({ inside: world.person('chenjing'), outside: world.person('kongwei') })
const administrators = async (world: World) => ({
  inside: world.person('zhengkai'),
  outside: await administratorOf(world, 'xuefu', 'security_admin'),
})
const inBinxi = (world: World) => ({ query: { area: world.area('binxi') } })

export const accessCases = {
  listPosts: async (world) => ({ ...clerks(world), input: inBinxi(world) }),
  listStaffingGaps: async (world) => ({ ...clerks(world), input: inBinxi(world) }),
  // Accounts lie in no area: who may make and find them is a matter of the role alone.
  addAccount: async (world) => ({
    inside: world.person('zhengkai'),
    outside: world.person('chenjing'),
    refused: 403,
    input: { body: { login: 'new.colleague', name: '新同事', password: 'ten-letters-and-more' } },
  }),
  findAccounts: async (world) => ({
    inside: world.person('zhengkai'),
    outside: world.person('chenjing'),
    refused: 403,
    input: { query: { q: '王' } },
  }),
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
