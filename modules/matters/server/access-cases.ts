import { uuidv7 } from '#kernel/server/uuid.ts'
import { type AccessCase, type AccessCases, administratorOf } from '#testing/access-case.ts'
import type { World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { loopRules } from './loop-rules.ts'
import { standardConsent } from './consent-text.ts'

const clerks = (world: World) => ({ inside: world.person('chenjing'), outside: world.person('kongwei') })
const workers = (world: World) => ({ inside: world.person('wangfang'), outside: world.person('maohui') })

const streets = (world: World) => ({
  inside: world.person('limin'),
  outside: world.person('duanfei'),
})

const groupOf = (world: World): Promise<string> =>
  world.value(`select group_key from subjects where key = 'pests'`)

const newMatter = async (world: World) => ({
  matterId: await world.matterOf(await world.report({ phone: '10000009999' })),
})

async function newReport(world: World) {
  const { matterId } = await newMatter(world)
  const reportId = await world.value<string>('select id from reports where matter_id = $1', [matterId])
  return { matterId, reportId }
}

async function acceptedMatter(world: World) {
  const params = await newMatter(world)
  await world.person('wangfang').calls(contract.acceptMatter, { params, body: { take: true } })
  return params
}

const ofClerks =
  (body: object): AccessCase =>
  async (world) => ({ ...clerks(world), input: { params: await newMatter(world), body } })

const satisfied = { result: 'satisfied' } as const

const draft = {
  groupKey: 'other',
  zh: '共享单车',
  en: 'Shared bicycles',
  icon: 'other',
  level: 'grid',
  evidence: 'none',
  mayBePublic: true,
  descriptionZh: '',
  descriptionEn: '',
  questions: [],
  isRetired: false,
} as const
const limit = { amount: 2, unit: 'working_days', source: '试行办法', yellowPercent: 80, from: '2099-01-01' }
const rule = { subject: 'pests', toLevel: 'community', note: '虫害由社区统一消杀' } as const

/** The system's administrator sets up the district; nobody else's posts allow it. */
const administrators =
  (input: object): AccessCase =>
  async (world) => ({ inside: world.person('sunli'), outside: world.person('zhouhang'), input, refused: 403 })

async function newRule(world: World): Promise<number> {
  return (await world.person('sunli').calls(contract.addRule, { body: rule })).id
}

export const accessCases = {
  listAlikeMatters: async (world) => ({ ...clerks(world), input: { params: await newMatter(world) } }),
  countFound: async (world) => ({ ...clerks(world), input: { query: { area: world.area('binxi') } } }),
  exportMatters: async (world) => ({
    ...clerks(world),
    input: { body: { area: world.area('binxi'), columns: ['subject', 'number'], as: 'csv' } },
  }),
  searchByPhone: async (world) => ({
    ...clerks(world),
    input: { body: { area: world.area('binxi'), phone: '9999' } },
  }),
  countBelow: async (world) => ({ ...clerks(world), input: { query: { area: world.area('binxi') } } }),
  listHolders: async (world) => ({
    ...clerks(world),
    input: { query: { area: world.area('binxi') } },
  }),
  readNews: async (world) => ({
    ...clerks(world),
    input: { query: { area: world.area('binxi'), after: 0 } },
  }),
  previewBatch: async (world) => {
    const { matterId } = await newMatter(world)
    return { ...clerks(world), input: { query: { ids: matterId, action: 'accept' } } }
  },
  listBatchHandlers: async (world) => {
    const { matterId } = await newMatter(world)
    return { ...clerks(world), input: { query: { ids: matterId } } }
  },
  listReplyTemplates: administrators({}),
  keepReplyTemplate: administrators({
    params: { templateId: '01a22e9c-db86-7e35-9a25-5dfc900363d6' },
    body: { title: '消杀', words: '消杀公司已到{地点}。' },
  }),
  retireReplyTemplate: async (world) => {
    const params = { templateId: uuidv7() }
    const body = { title: '消杀', words: '消杀公司已到{地点}。' }
    await world.person('sunli').calls(contract.keepReplyTemplate, { params, body })
    return administrators({ params })(world)
  },
  listMatterTemplates: async (world) => ({ ...clerks(world), input: { params: await newMatter(world) } }),
  readSetup: administrators({}),
  addSubject: async (world) => administrators({ body: { ...draft, groupKey: await groupOf(world) } })(world),
  editSubject: async (world) =>
    administrators({
      params: { key: 'pests' },
      body: { ...draft, groupKey: await groupOf(world), zh: '虫害' },
    })(world),
  setPolicy: administrators({ params: { level: 'grid' }, body: limit }),
  addRule: administrators({ body: rule }),
  editRule: async (world) => administrators({ params: { ruleId: await newRule(world) }, body: rule })(world),
  endRule: async (world) => administrators({ params: { ruleId: await newRule(world) } })(world),
  orderRules: async (world) => {
    await newRule(world)
    const { rules } = await world.person('sunli').calls(contract.readSetup, {})
    return administrators({ body: { ruleIds: rules.map((each) => each.id).toReversed() } })(world)
  },
  tryRouting: async (world) =>
    administrators({
      body: { areaId: world.area('binhe-3'), subject: 'pests', words: '有老鼠', channel: 'qr' },
    })(world),
  readCalendar: administrators({ query: { year: 2026 } }),
  setCalendar: administrators({ params: { year: 2098 }, body: { source: '试填', exceptions: [] } }),
  takeStandardCalendar: administrators({ params: { year: 2026 }, body: {} }),
  readLoopRules: administrators({}),
  setLoopRules: administrators({ body: loopRules.initial }),
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
  lookUpReports: async (world) => ({
    ...clerks(world),
    input: { body: { by: 'name', text: '李', areaId: world.area('binhe-3') } },
  }),
  speakFor: async (world) => ({
    ...clerks(world),
    input: { params: await newReport(world), body: { move: 'urge', channel: 'counter' } },
  }),
  makeSlip: async (world) => ({ ...clerks(world), input: { params: await newReport(world), body: {} } }),
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
  askReporter: async (world) => ({
    ...workers(world),
    input: { params: await acceptedMatter(world), body: { words: '是几单元几楼？' } },
  }),
  extendMatter: async (world) => ({
    inside: world.person('zhaojianguo'),
    outside: world.person('panhong'),
    input: { params: await newMatter(world), body: { amount: 1, reason: '等配件到货。' } },
  }),
  instructMatter: async (world) => ({
    ...streets(world),
    input: { params: await newMatter(world), body: { words: '今天下班前把情况报街道。' } },
  }),
  disputeMatter: async (world) => ({
    ...workers(world),
    input: { params: await newMatter(world), body: { reason: '属于供水公司的管线。' } },
  }),
  decideMatter: async (world) => {
    const params = await newMatter(world)
    const body = { reason: '属于供水公司的管线。' }
    await world.person('wangfang').calls(contract.disputeMatter, { params, body })
    return { ...streets(world), input: { params, body: { reason: '先由网格到场，再联系供水公司。' } } }
  },
  changeSubject: ofClerks({ subject: 'pests', reason: '选错了。' }),
  mergeMatter: async (world) =>
    ofClerks({ into: (await world.report()).number, reason: '同一户装修。' })(world),
  splitMatter: async (world) => {
    const { matterId } = await newMatter(world)
    const reportId = await world.value<string>('select id from reports where matter_id = $1', [matterId])
    const body = { reportIds: [reportId], subject: 'pests', words: '楼道里还有老鼠。', reason: '两件事。' }
    return { ...clerks(world), input: { params: { matterId }, body } }
  },
  hideMatter: ofClerks({ reason: '照片里有人脸。' }),
  showMatter: async (world) => {
    const params = await newMatter(world)
    const body = { reason: '照片里有人脸。' }
    await world.person('chenjing').calls(contract.hideMatter, { params, body })
    return { ...clerks(world), input: { params, query: { reason: '已经处理过照片。' } } }
  },
  assessMatter: async (world) => ({
    ...streets(world),
    input: {
      params: { matterId: (await world.answered()).matterId },
      body: { isBeyond: true, reason: '属于规划部门的职权，社区清单里没有。' },
    },
  }),
  lookAtContact: async (world) => {
    const { matterId } = await newMatter(world)
    const reportId = await world.value<string>('select id from reports where matter_id = $1', [matterId])
    return {
      ...workers(world),
      input: { params: { matterId, reportId }, body: { reason: '约上门时间' } },
    }
  },
  readRetention: administrators({}),
  changeRetention: administrators({ body: { contactMonths: 24 } }),
  changeConsent: async (world) => ({
    inside: world.person('sunli'),
    outside: await administratorOf(world, 'binxi'),
    refused: 403,
    input: { body: standardConsent },
  }),
} satisfies AccessCases<typeof contract>
