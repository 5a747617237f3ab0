import type { AccessCases } from '#testing/access-case.ts'
import type { World } from '#testing/world.ts'
import type * as contract from '../contract.ts'

const secretaries = (world: World) => ({
  inside: world.person('zhaojianguo'),
  outside: world.person('qianyong'),
})

export const accessCases = {
  listOrganisations: async (world) => ({
    ...secretaries(world),
    input: { query: { area: world.area('binxi') } },
  }),
  addOrganisation: async (world) => ({
    ...secretaries(world),
    input: { body: { kind: 'partner', name: '滨溪花店', homeAreaId: world.area('binxi') } },
  }),
} satisfies AccessCases<typeof contract>
