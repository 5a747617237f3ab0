import type { AccessCases } from '#testing/access-case.ts'
import type { World } from '#testing/world.ts'
import type * as contract from '../contract.ts'

// The audit is of the whole district: who may read it is a matter of the role alone.
const byRole = (world: World) => ({
  inside: world.person('xiaqing'),
  outside: world.person('zhengkai'),
  refused: 403 as const,
})

export const accessCases = {
  readAudit: async (world) => ({ ...byRole(world), input: { body: {} } }),
  findAuditSubjects: async (world) => ({ ...byRole(world), input: { query: { q: '王' } } }),
  exportAudit: async (world) => ({ ...byRole(world), input: { body: { as: 'csv' } } }),
} satisfies AccessCases<typeof contract>
