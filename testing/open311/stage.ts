import type { AddressInfo } from 'node:net'
import { noticeChanges } from '#modules/open311/server/discovery.ts'
import { orderEvents } from '#modules/matters/server/sequence.ts'
import type { BodyOf } from '#kernel/contract/route.ts'
import type { Question } from '#modules/matters/contract.ts'
import { dayIn } from '#kernel/server/day.ts'
import { forgetKept } from '#kernel/server/kept.ts'
import * as open311 from '#modules/open311/contract.ts'
import { demoKey } from '#modules/open311/server/door.ts'
import { openWorld, type World } from '../world.ts'
import { Asking, rowOf, textIn } from './asking.ts'

type NewKey = BodyOf<typeof open311.makeKey>
type Values = Readonly<Record<string, string | readonly string[]>>

type SubjectPart = { questions: Question[]; mayBePublic: boolean }

/** Where 滨河花园 lies, WGS-84. */
export type Spot = { lat: string; long: string }

/** The served product with what the rules need: keys, subjects with questions, matters that go on. */
export class Stage {
  readonly world: World
  readonly base: string
  readonly key = demoKey
  readonly spot: Spot

  constructor(world: World, base: string, spot: Spot) {
    this.world = world
    this.base = base
    this.spot = spot
  }

  asking(format: 'xml' | 'json'): Asking {
    return new Asking(`${this.base}/open311/v2`, format)
  }

  /** Posts a report about the lamp at 滨河花园, with whatever is to be different. */
  post(to: Asking, more: Values = {}) {
    const usual = {
      api_key: this.key,
      service_code: 'street_lamp',
      ...this.spot,
      description: fresh('楼道灯不亮'),
    }
    return to.post('requests', { ...usual, ...more })
  }

  async posted(to: Asking, more: Values = {}): Promise<string> {
    return textIn(rowOf(await this.post(to, more)), 'service_request_id')
  }

  async newKey(more: Partial<NewKey> = {}): Promise<string> {
    const body = {
      name: fresh('程序'),
      contact: '',
      perMinute: 600,
      mayPost: true,
      mayUpdate: true,
      wordsArePublic: false,
    }
    const { key } = await this.world.person('sunli').calls(open311.makeKey, { body: { ...body, ...more } })
    return key
  }

  /** Sets how the interface presents itself while `work` runs. */
  async with(part: Partial<open311.Interface>, work: () => Promise<void>): Promise<void> {
    const admin = this.world.person('sunli')
    const { interface: before } = await admin.calls(open311.readInterface, {})
    await admin.calls(open311.changeInterface, { body: { ...before, ...part } })
    try {
      await work()
    } finally {
      await admin.calls(open311.changeInterface, { body: before })
    }
  }

  /** Gives a subject other questions, or keeps it from being shown, while `work` runs. */
  async withSubject(key: string, part: Partial<SubjectPart>, work: () => Promise<void>): Promise<void> {
    const [before] = await this.world.rows<SubjectPart>(
      'select questions, may_be_public as "mayBePublic" from subjects where district_id = $1 and key = $2',
      [this.world.district.id, key],
    )
    if (!before) throw new Error(`there is no subject ${key}`)
    await this.#setSubject(key, { ...before, ...part })
    try {
      await work()
    } finally {
      await this.#setSubject(key, before)
    }
  }

  async #setSubject(key: string, { questions, mayBePublic }: SubjectPart): Promise<void> {
    await this.world.rows(
      'update subjects set questions = $3, may_be_public = $4 where district_id = $1 and key = $2',
      [this.world.district.id, key, JSON.stringify(questions), mayBePublic],
    )
    await this.world.at(new Date(), undefined, async (ctx) =>
      forgetKept(ctx, `matters.house-rules ${dayIn(ctx.district.timeZone, ctx.now)}`),
    )
  }

  /** What the background does every few seconds: one order of all events, and whether services changed. */
  async settle(): Promise<void> {
    await this.world.at(new Date(), undefined, async (ctx) => {
      await orderEvents(ctx)
      await noticeChanges.run(ctx, {})
    })
  }

  matter(number: string): Promise<string> {
    return this.world.value('select id from matters where number = $1', [number])
  }
}

let count = 0
/** Words nobody said before. */
export const fresh = (words: string): string => `${words}（第 ${String((count += 1))} 次）`

export async function openStage(): Promise<Stage> {
  const world = await openWorld()
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = world.app.server.address() as AddressInfo
  const [spot] = await world.rows<{ lat: number; lon: number }>('select lat, lon from areas where id = $1', [
    world.area('binhe-3'),
  ])
  if (!spot) throw new Error('3号楼 has no place')
  return new Stage(world, `http://127.0.0.1:${port}`, { lat: String(spot.lat), long: String(spot.lon) })
}
