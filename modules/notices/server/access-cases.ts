import type { AccessCase, AccessCases } from '#testing/access-case.ts'
import type { World } from '#testing/world.ts'
import type * as contract from '../contract.ts'
import { testKind } from './own-kinds.ts'
import { planNotices } from './plan.ts'
import { sendDue } from './send.ts'
import { tell } from './tell.ts'

const streets = (world: World) => ({ inside: world.person('limin'), outside: world.person('duanfei') })
const inBinxi = (world: World) => ({ query: { area: world.area('binxi') } })

let told = 0
/** Something that was sent to a resident of 滨溪. */
async function sentInBinxi(world: World): Promise<{ noticeId: string; way: 'sms' }> {
  const key = `access-${(told += 1)}`
  await world.at(new Date(), undefined, async (ctx) =>
    tell(ctx, {
      to: { way: 'sms', address: '10000009999', language: 'zh' },
      kind: testKind,
      params: { at: ctx.now },
      about: { thing: 'matter', id: key, areaId: world.area('binxi-g1') },
      key,
    }),
  )
  for (const work of [planNotices, sendDue]) while ((await world.at(new Date(), undefined, work)) === 'more');
  return { noticeId: await world.value('select id from notices where key = $1', [key]), way: 'sms' }
}

/** The ways out lie in no area: who may set them is a matter of the role alone. */
const ofAdministrator =
  (input: object): AccessCase =>
  async (world) => ({
    inside: world.person('sunli'),
    outside: world.person('limin'),
    refused: 403,
    input,
  })
const params = { way: 'sms' }

export const accessCases = {
  listDeliveries: async (world) => ({ ...streets(world), input: inBinxi(world) }),
  countDeliveries: async (world) => ({ ...streets(world), input: inBinxi(world) }),
  listTries: async (world) => ({ ...streets(world), input: { params: await sentInBinxi(world) } }),
  resend: async (world) => ({ ...streets(world), input: { params: await sentInBinxi(world) } }),
  readChannels: ofAdministrator({}),
  changeChannels: ofAdministrator({ body: {} }),
  changeRules: ofAdministrator({
    body: {
      quiet: { from: '21:30', until: '08:00' },
      linkBase: '',
      eraseAfterDays: 90,
      deleteAfterDays: 730,
      codesPerDay: 10,
      codesPerHour: 20,
    },
  }),
  changeSecret: ofAdministrator({ params, body: { secret: 'only-for-this-test' } }),
  tryChannel: ofAdministrator({ params, body: { address: '10000009999' } }),
} satisfies AccessCases<typeof contract>
