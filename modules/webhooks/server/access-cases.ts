import type { AccessCases } from '#testing/access-case.ts'
import type { World } from '#testing/world.ts'
import type * as contract from '../contract.ts'
import { makeWebhook, pingWebhook } from '../contract.ts'

const administrators = (world: World) => ({
  inside: world.person('sunli'),
  outside: world.person('zhaojianguo'),
  refused: 403 as const,
})

const wanted = {
  name: '城管局工单系统',
  url: 'https://hooks.example.org/yige',
  kinds: ['received' as const, 'answered' as const],
}

const made = (world: World) => world.person('sunli').calls(makeWebhook, { body: wanted })

const aboutOne = async (world: World, more: object = {}) => {
  const { id } = await made(world)
  return { ...administrators(world), input: { params: { webhookId: id }, ...more } }
}

async function pinged(world: World): Promise<string> {
  const { id } = await made(world)
  const params = { webhookId: id }
  return (await world.person('sunli').calls(pingWebhook, { params, body: {} })).messageId
}

export const accessCases = {
  listWebhooks: async (world) => ({ ...administrators(world), input: {} }),
  changeRules: async (world) => ({
    ...administrators(world),
    input: { body: { allowedHosts: ['10.12.0.0/16'], failAfterDays: 5, timeoutSeconds: 10 } },
  }),
  makeWebhook: async (world) => ({ ...administrators(world), input: { body: wanted } }),
  changeWebhook: (world) => aboutOne(world, { body: { ...wanted, areaId: world.area('binxi') } }),
  turnWebhook: (world) => aboutOne(world, { body: { state: 'paused' } }),
  renewSecret: (world) => aboutOne(world, { body: {} }),
  endWebhook: (world) => aboutOne(world),
  pingWebhook: (world) => aboutOne(world, { body: {} }),
  listMessages: async (world) => ({ ...administrators(world), input: { query: { state: 'waiting' } } }),
  readMessage: async (world) => ({ ...administrators(world), input: { query: { id: await pinged(world) } } }),
  sendAgain: async (world) => ({
    ...administrators(world),
    input: { params: { messageId: await pinged(world) }, body: {} },
  }),
} satisfies AccessCases<typeof contract>
