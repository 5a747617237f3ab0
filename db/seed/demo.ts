import type { Context } from '#kernel/server/context.ts'
import { type Ground, runAs } from '#kernel/server/ground.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { keepPhoto } from '#modules/files/server/door.ts'
import { orderEvents, ringDue, tellPeople } from '#modules/matters/server/door.ts'
import { seedMatters } from './matters.ts'
import { type DemoKeys, openDemo } from './open-demo.ts'
import { drawPhoto, PHOTO_SCENES, type PhotoScene } from './photos.ts'
import { type Photos, type Played, playMatters } from './play-matters.ts'

export type SeedSize = { stories?: number; photos?: boolean }

/**
 * Loads the demonstration once: an invented district with three months of life up to `now`.
 * @returns what was played; undefined when the district is there already.
 */
export async function seedDemo(
  ground: Ground,
  now: Date,
  say: (line: string) => void = () => undefined,
  size: SeedSize = {},
): Promise<Played | undefined> {
  const keys = await openDemo(ground, now)
  if (!keys) return undefined
  say('区划、单位、岗位、门码 / areas, organisations, posts, door codes')
  const photos = size.photos === false ? new Map() : await drawAll(ground, keys, now, say)
  const played = await playMatters(ground, keys, seedMatters(now, size.stories), photos)
  await settle(ground, keys, now)
  say(`${played.matters} 件诉求，${played.steps} 步办理 / matters and steps`)
  await runAs(ground, { district: keys.district }, async (ctx) => {
    ctx.audit('demo.seeded', String(keys.district.id), { matters: played.matters, steps: played.steps })
  })
  return played
}

/** Lets the clock look at what is open, puts all that happened in order, and tells people the news, as the jobs would. */
async function settle(ground: Ground, { district }: DemoKeys, now: Date): Promise<void> {
  const telling = (ctx: Context) => tellPeople(ctx, 'beginning')
  for (const work of [ringDue, orderEvents, telling]) {
    while ((await runAs(ground, { district, now }, (ctx) => work(ctx))) === 'more');
  }
}

/** One picture of each scene, two at a time: drawing is work for the processor. */
async function drawAll(
  ground: Ground,
  keys: DemoKeys,
  now: Date,
  say: (line: string) => void,
): Promise<Photos> {
  const scenes = Object.keys(PHOTO_SCENES) as PhotoScene[]
  const drawn = new Map<PhotoScene, string>()
  const lane = async (): Promise<void> => {
    for (let scene = scenes.pop(); scene; scene = scenes.pop()) {
      const bytes = await drawPhoto(scene, 1)
      const id = uuidv7(now)
      await runAs(ground, { district: keys.district, now }, (ctx) => keepPhoto(ctx, id, bytes))
      drawn.set(scene, id)
      if (drawn.size % 9 === 0) say(`照片 ${drawn.size} / photos`)
    }
  }
  await Promise.all([lane(), lane()])
  return drawn
}
