import type { AccessCase, AccessCases } from '#testing/access-case.ts'
import type * as contract from '../contract.ts'

const ofArea =
  (query: object = {}): AccessCase =>
  async (world) => ({
    inside: world.person('chenjing'),
    outside: world.person('kongwei'),
    input: { query: { area: world.area('binxi'), ...query } },
  })

export const accessCases = {
  readOverview: ofArea(),
  readOverviewSheet: ofArea({ as: 'csv' }),
  readGridShapes: ofArea(),
  readGridStates: ofArea(),
  readScreen: ofArea(),
} satisfies AccessCases<typeof contract>
