import type { AccessCases } from '#testing/access-case.ts'
import type { World } from '#testing/world.ts'
import type * as contract from '../contract.ts'
import { makeKey } from '../contract.ts'

const administrators = (world: World) => ({
  inside: world.person('sunli'),
  outside: world.person('zhaojianguo'),
  refused: 403 as const,
})

const keyOf = (name: string) => ({
  name,
  contact: '技术科 0371-6000 0000',
  perMinute: 60,
  mayPost: true,
  mayUpdate: false,
  wordsArePublic: false,
})

export const accessCases = {
  readInterface: async (world) => ({ ...administrators(world), input: {} }),
  changeInterface: async (world) => ({
    ...administrators(world),
    input: {
      body: {
        kind: 'test',
        contact: '',
        keyService: '',
        testUrl: '',
        jurisdictionId: '',
        givesTokens: false,
      },
    },
  }),
  makeKey: async (world) => ({ ...administrators(world), input: { body: keyOf('随手拍小程序') } }),
  endKey: async (world) => {
    const { id } = await world.person('sunli').calls(makeKey, { body: keyOf('停用的小程序') })
    return { ...administrators(world), input: { params: { keyId: id } } }
  },
} satisfies AccessCases<typeof contract>
