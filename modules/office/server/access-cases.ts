import type { AccessCase, AccessCases } from '#testing/access-case.ts'
import type * as contract from '../contract.ts'

/** The office is one for the whole district: who may name it is a matter of the role alone. */
const ofAdministrator =
  (input: object): AccessCase =>
  async (world) => ({ inside: world.person('sunli'), outside: world.person('limin'), refused: 403, input })

export const accessCases = {
  readOfficeSetting: ofAdministrator({}),
  changeOffice: ofAdministrator({ body: { name: '', lines: [{ label: '服务热线', phone: '12345' }] } }),
} satisfies AccessCases<typeof contract>
