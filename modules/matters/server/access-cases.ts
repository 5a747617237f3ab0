import type { AccessCase, AccessCases } from '#testing/access-case.ts'
import type { World } from '#testing/world.ts'
import * as contract from '../contract.ts'

const clerks = (world: World) => ({ inside: world.person('chenjing'), outside: world.person('kongwei') })
const workers = (world: World) => ({ inside: world.person('wangfang'), outside: world.person('maohui') })

const newMatter = async (world: World) => ({
  matterId: await world.matterOf(await world.report({ phone: '10000009999' })),
})

async function acceptedMatter(world: World) {
  const params = await newMatter(world)
  await world.person('wangfang').calls(contract.acceptMatter, { params, body: { take: true } })
  return params
}

const ofClerks =
  (body: object): AccessCase =>
  async (world) => ({ ...clerks(world), input: { params: await newMatter(world), body } })

const satisfied = { result: 'satisfied' } as const

export const accessCases = {
  listMatters: async (world) => ({ ...clerks(world), input: { query: { area: world.area('binxi') } } }),
  countMatters: async (world) => ({ ...clerks(world), input: { query: { area: world.area('binxi') } } }),
  readMatter: async (world) => ({ ...clerks(world), input: { params: await newMatter(world) } }),
  takeReport: async (world) => ({
    ...workers(world),
    input: {
      body: {
        areaId: world.area('binhe-3'),
        subject: 'pests',
        words: '地下室有老鼠。',
        channel: 'visit',
        photoIds: [],
      },
    },
  }),
  acceptMatter: async (world) => ({
    ...workers(world),
    input: { params: await newMatter(world), body: { take: true } },
  }),
  listHandlers: async (world) => ({ ...clerks(world), input: { params: await newMatter(world) } }),
  assignMatter: async (world) => ofClerks({ accountId: await world.accountOf('taohai') })(world),
  transferMatter: async (world) =>
    ofClerks({ areaId: world.area('binxi-g2'), reason: '二网格的楼。' })(world),
  handUpMatter: async (world) => ofClerks({ reason: '需要街道出面。' })(world),
  returnMatter: ofClerks({ reason: '属于供电公司。', rightChannel: '请拨打供电热线。' }),
  noteMatter: async (world) => ({
    ...workers(world),
    input: {
      params: await acceptedMatter(world),
      body: { words: '下午上门。', photoIds: [], isPublic: true },
    },
  }),
  answerMatter: async (world) => ({
    ...workers(world),
    input: {
      params: await acceptedMatter(world),
      body: { words: '已劝说。', outcome: 'explained', photoIds: [] },
    },
  }),
  followUpMatter: async (world) => ({
    ...clerks(world),
    input: { params: { matterId: (await world.answered()).matterId }, body: satisfied },
  }),
  closeMatter: async (world) => {
    const params = { matterId: (await world.answered()).matterId }
    await world.person('zhaojianguo').calls(contract.followUpMatter, { params, body: satisfied })
    return { ...clerks(world), input: { params, body: {} } }
  },
  lookAtContact: async (world) => {
    const { matterId } = await newMatter(world)
    const reportId = await world.value<string>('select id from reports where matter_id = $1', [matterId])
    return {
      ...workers(world),
      input: { params: { matterId, reportId }, body: { reason: '约上门时间' } },
    }
  },
} satisfies AccessCases<typeof contract>
