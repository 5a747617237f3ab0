import { type AccessCases, administratorOf } from '#testing/access-case.ts'
import type { World } from '#testing/world.ts'
import * as contract from '../contract.ts'

const administrators = async (world: World) => ({
  inside: world.person('sunli'),
  outside: await administratorOf(world, 'xuefu'),
})
const planned = { day: '2099-01-01' }

/** Moves one building of the first grid to the second, far in the future. */
const moving = (world: World) => ({
  kind: 'move' as const,
  ...planned,
  from: [world.area('binxi-g1')],
  parts: [{ gridId: world.area('binxi-g2'), takes: [world.area('binhe-2')] }],
})

export const accessCases = {
  previewRegrouping: async (world) => ({ ...(await administrators(world)), input: { body: moving(world) } }),
  regroupGrids: async (world) => ({
    ...(await administrators(world)),
    input: { body: { plan: moving(world), posts: [] } },
  }),
  listRegroupings: async (world) => ({
    inside: world.person('chenjing'),
    outside: world.person('kongwei'),
    input: { query: { area: world.area('binxi') } },
  }),
  cancelRegrouping: async (world) => {
    const body = { plan: moving(world), posts: [] }
    const { id } = await world.person('sunli').calls(contract.regroupGrids, { body })
    return { ...(await administrators(world)), input: { params: { regroupingId: id } } }
  },
} satisfies AccessCases<typeof contract>
