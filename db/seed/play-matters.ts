import { Problem } from '#kernel/contract/problem.ts'
import { type Actor, type Context, systemActor, visitor } from '#kernel/server/context.ts'
import { type Ground, runAs } from '#kernel/server/ground.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { keepCopy } from '#modules/files/server/door.ts'
import * as matters from '#modules/matters/server/door.ts'
import { actorOfAccount } from '#modules/people/server/door.ts'
import { findArea } from '#modules/places/server/door.ts'
import type { SeedMatter, SeedStep } from './matter-steps.ts'
import type { DemoKeys } from './open-demo.ts'
import { SEED_PEOPLE } from './people.ts'
import type { PhotoScene } from './photos.ts'

type Begun = { story: SeedMatter; matterId: string; code: string }
export type Photos = ReadonlyMap<PhotoScene, string>
export type Played = { matters: number; steps: number; refused: Map<string, number> }

/** Lets the invented people live three months: every report and every step goes through the commands at its own time. */
export async function playMatters(
  ground: Ground,
  keys: DemoKeys,
  stories: readonly SeedMatter[],
  photos: Photos,
): Promise<Played> {
  const played: Played = { matters: 0, steps: 0, refused: new Map() }
  const begun = await receiveAll(ground, keys, stories, photos)
  const queue = begun.filter(({ story }) => story.course.length > 0)
  const lane = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop())
      await playCourse({ ground, keys, photos, played }, next)
  }
  await Promise.all(Array.from({ length: 6 }, lane))
  played.matters = new Set(begun.map(({ matterId }) => matterId)).size
  return played
}

/** In order of time, so that the numbers are too. */
async function receiveAll(ground: Ground, keys: DemoKeys, stories: readonly SeedMatter[], photos: Photos) {
  const begun: Begun[] = []
  const leaders = new Map<string, string>()
  for (const story of stories.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const actor = story.takenBy ? await actorAt(ground, keys, story.takenBy, story.at) : visitor
    const joined = story.group ? leaders.get(story.group) : undefined
    const { matter, code } = await runAs(
      ground,
      { district: keys.district, actor, now: story.at },
      async (ctx) => {
        const said = await saidIn(ctx, keys, story, photos)
        return joined ? matters.join(ctx, joined, said) : matters.receive(ctx, said)
      },
    )
    if (story.group && !joined) leaders.set(story.group, matter.id)
    begun.push({ story, matterId: matter.id, code })
  }
  return begun
}

async function saidIn(
  ctx: Context,
  keys: DemoKeys,
  story: SeedMatter,
  photos: Photos,
): Promise<matters.Said> {
  const place = await ctx.db.row(findArea, [ctx.district.id, keys.areas.get(story.place)?.id])
  if (!place) throw new Error(`the demonstration has no place ${story.place}`)
  return {
    place,
    channel: story.channel,
    subject: story.subject,
    words: story.text,
    photoIds: await photoFor(ctx, photos, story.photo),
    contactName: story.reporter.name ?? undefined,
    contactPhone: story.reporter.phone ?? undefined,
    isPrivate: story.private,
  }
}

async function photoFor(
  ctx: Context,
  photos: Photos,
  scene: PhotoScene | null | undefined,
): Promise<string[]> {
  const drawn = scene && photos.get(scene)
  if (!drawn) return []
  const id = uuidv7(ctx.now)
  await keepCopy(ctx, drawn, id)
  return [id]
}

function actorAt(ground: Ground, keys: DemoKeys, login: string, now: Date): Promise<Actor> {
  if (login === 'system') return Promise.resolve(systemActor)
  const accountId = keys.accounts.get(login)
  if (!accountId) return Promise.resolve(visitor)
  return runAs(ground, { district: keys.district, now, mode: 'read' }, async (ctx) => {
    return (await actorOfAccount(ctx, accountId)) ?? visitor
  })
}

type Stage = { ground: Ground; keys: DemoKeys; photos: Photos; played: Played }

async function playCourse(stage: Stage, begun: Begun): Promise<void> {
  for (const step of begun.story.course) {
    try {
      await playStep(stage, begun, step)
      stage.played.steps += 1
    } catch (error) {
      // A story may ask for what the rules refuse (a colleague was faster): the matter stays where it is.
      if (!(error instanceof Problem)) throw error
      const what = `${step.kind}: ${error.kind.code}`
      stage.played.refused.set(what, (stage.played.refused.get(what) ?? 0) + 1)
      return
    }
  }
}

async function playStep({ ground, keys, photos }: Stage, begun: Begun, step: SeedStep): Promise<void> {
  const actor = await actorAt(ground, keys, await callerFor(ground, keys, begun, step), step.at)
  await runAs(ground, { district: keys.district, actor, now: step.at }, async (ctx) => {
    const photoIds = 'photo' in step ? await photoFor(ctx, photos, step.photo) : []
    await act(ctx, keys, { ...begun, photoIds }, step)
  })
}

/** Follow-up and closing are done from the level that held the matter, or above it. */
async function callerFor(ground: Ground, keys: DemoKeys, begun: Begun, step: SeedStep): Promise<string> {
  const asks = step.kind === 'follow_up' || step.kind === 'close'
  if (!asks || step.by === 'system') return step.by
  const actor = await actorAt(ground, keys, step.by, step.at)
  const fit = await runAs(ground, { district: keys.district, actor, mode: 'read' }, async (ctx) => {
    return (await matters.readMatter(ctx, begun.matterId)).actions.includes(step.kind)
  }).catch(() => false)
  return fit ? step.by : 'zhouhang'
}

const results = { solved: 'satisfied', not_solved: 'dissatisfied', not_reached: 'not_reached' } as const

function act(
  ctx: Context,
  keys: DemoKeys,
  on: Begun & { photoIds: string[] },
  step: SeedStep,
): Promise<unknown> {
  const { matterId, code, photoIds } = on
  switch (step.kind) {
    case 'accept':
      return accept(ctx, matterId)
    case 'assign':
      return give(ctx, keys, matterId, step.to)
    case 'progress':
      return matters.noteMatter(ctx, matterId, { words: step.text, photoIds, isPublic: true })
    case 'transfer':
      return transfer(ctx, keys, on, step)
    case 'hand_up':
      return matters.handUpMatter(ctx, matterId, { reason: step.reason })
    case 'answer':
      return answer(ctx, on, step.text)
    case 'follow_up':
      return matters.followUpMatter(ctx, matterId, { result: results[step.result] })
    case 'close':
      return matters.closeMatter(ctx, matterId)
    case 'rate':
      return matters.rateReport(ctx, code, { rating: step.stars, reasons: [], words: step.reason })
    case 'reopen':
      return matters.reopenReport(ctx, code, { words: step.reason })
    case 'return':
      return matters.returnMatter(ctx, matterId, splitReturn(step.reason))
    case 'withdraw':
      return matters.withdrawReport(ctx, code)
  }
}

const outcomeOf = (story: SeedMatter): 'solved' | 'explained' | 'planned' | 'referred' =>
  story.course.find((step) => step.kind === 'close')?.closeKind ?? 'solved'

/** The story tells reason and right channel in one breath. */
function splitReturn(told: string): { reason: string; rightChannel: string } {
  const [reason = told, ...rest] = told.split(/(?<=[，。；])/)
  return { reason, rightChannel: rest.join('') || told }
}

/** To a colleague, or to the department where that person works. */
async function give(ctx: Context, keys: DemoKeys, matterId: string, login: string): Promise<unknown> {
  const accountId = keys.accounts.get(login) ?? ''
  const post = SEED_PEOPLE.find((person) => person.login === login)?.posts.find(
    (each) => each.role === 'department_staff',
  )
  const organisationId = post?.organisation ? keys.organisations.get(post.organisation) : undefined
  if (!organisationId) return matters.assignMatter(ctx, matterId, { accountId })
  await matters.transferMatter(ctx, matterId, { organisationId, reason: '属部门职责，请派人到场办理。' })
  const actor = (await actorOfAccount(ctx, accountId)) ?? ctx.actor
  return matters.acceptMatter({ ...ctx, actor }, matterId, { take: true })
}

/** Some stories end without a picture: those were explained, not mended. */
async function answer(ctx: Context, on: Begun & { photoIds: string[] }, words: string): Promise<unknown> {
  const { matterId, photoIds } = on
  const outcome = outcomeOf(on.story)
  return matters.answerMatter(ctx, matterId, { words, outcome, photoIds }).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.kind.code !== 'matters.evidence-missing') throw error
    return matters.answerMatter(ctx, matterId, { words, outcome: 'explained', photoIds })
  })
}

/** A worker passes on what is not for the grid; a colleague of the level above takes it. */
async function transfer(
  ctx: Context,
  keys: DemoKeys,
  on: Begun,
  step: SeedStep & { kind: 'transfer' },
): Promise<unknown> {
  await matters.handUpMatter(ctx, on.matterId, { reason: step.reason })
  const actor = (await actorOfAccount(ctx, keys.accounts.get(step.to) ?? '')) ?? ctx.actor
  return matters.acceptMatter({ ...ctx, actor }, on.matterId, { take: true })
}

/** What was reopened is in hand already. */
async function accept(ctx: Context, matterId: string): Promise<unknown> {
  return matters.acceptMatter(ctx, matterId, { take: true }).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.kind.code !== 'matters.move-refused') throw error
  })
}
