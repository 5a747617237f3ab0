import type { AccessCases } from '#testing/access-case.ts'
import type { World } from '#testing/world.ts'
import * as contract from '../contract.ts'

const secretaries = (world: World) => ({
  inside: world.person('zhaojianguo'),
  outside: world.person('qianyong'),
})

async function added(world: World, name: string): Promise<{ params: { organisationId: string } }> {
  const body = { kind: 'partner' as const, name, homeAreaId: world.area('binxi') }
  const { id } = await world.person('zhaojianguo').calls(contract.addOrganisation, { body })
  return { params: { organisationId: id } }
}

export const accessCases = {
  listOrganisations: async (world) => ({
    ...secretaries(world),
    input: { query: { area: world.area('binxi') } },
  }),
  addOrganisation: async (world) => ({
    ...secretaries(world),
    input: { body: { kind: 'partner', name: '滨溪花店', homeAreaId: world.area('binxi') } },
  }),
  changeOrganisation: async (world) => ({
    ...secretaries(world),
    input: {
      ...(await added(world, '滨溪书画社')),
      body: { name: '滨溪书画社', homeAreaId: world.area('binxi') },
    },
  }),
  endOrganisation: async (world) => ({
    ...secretaries(world),
    input: { ...(await added(world, '滨溪旧货铺')), query: { reason: '不办了' } },
  }),
  reopenOrganisation: async (world) => {
    const { params } = await added(world, '滨溪棋社')
    await world.person('zhaojianguo').calls(contract.endOrganisation, { params, query: { reason: '暂停' } })
    return { ...secretaries(world), input: { params, body: {} } }
  },
  listTies: async (world) => ({ ...secretaries(world), input: await added(world, '滨溪鼓队') }),
  addTie: async (world) => ({
    ...secretaries(world),
    input: { ...(await added(world, '滨溪粮店')), body: { kind: 'covers', areaId: world.area('binhe') } },
  }),
  endTie: async (world) => {
    const { params } = await added(world, '滨溪药店')
    const tie = await world
      .person('zhaojianguo')
      .calls(contract.addTie, { params, body: { kind: 'covers', areaId: world.area('binhe') } })
    return {
      ...secretaries(world),
      input: { params: { ...params, tieId: tie.id }, query: { reason: '不再服务' } },
    }
  },
  listFormations: async (world) => ({
    ...secretaries(world),
    input: { query: { area: world.area('binxi') } },
  }),
  openFormation: async (world) => ({
    ...secretaries(world),
    input: { body: { areaId: world.area('xincheng') } },
  }),
  addFormationStep: async (world) => {
    const { id } = await world
      .person('zhaojianguo')
      .calls(contract.openFormation, { body: { areaId: world.area('centre') } })
    return { ...secretaries(world), input: { params: { caseId: id }, body: { step: 'applied' } } }
  },
} satisfies AccessCases<typeof contract>
