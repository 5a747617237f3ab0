import type { AccessCases } from '#testing/access-case.ts'
import type { World } from '#testing/world.ts'
import type * as contract from '../contract.ts'

const clerks = (world: World) => ({ inside: world.person('chenjing'), outside: world.person('kongwei') })

export const accessCases = {
  readIndicators: async (world) => ({ ...clerks(world), input: { query: { area: world.area('binxi') } } }),
  listCountedRecords: async (world) => ({
    ...clerks(world),
    input: { params: { key: 'grids_total' }, query: { area: world.area('binxi') } },
  }),
  listCounted: async (world) => ({
    ...clerks(world),
    input: {
      params: { key: 'received' },
      query: { area: world.area('binxi'), from: '2026-01-01', to: '2026-12-31' },
    },
  }),
} satisfies AccessCases<typeof contract>
