import type { Context } from '#kernel/server/context.ts'
import { type Ground, runAs } from '#kernel/server/ground.ts'
import { openDistrict } from '#modules/matters/server/door.ts'
import { demoKey, makeKey } from '#modules/open311/server/door.ts'
import { addOrganisation, addStep, addTie, openFormation } from '#modules/organisations/server/door.ts'
import { addAccount, addContactLink, addPost, demoPassword } from '#modules/people/server/door.ts'
import {
  insertPlaced,
  issueDoorCodes,
  place,
  type PlacedArea,
  reserveNumbers,
} from '#modules/places/server/door.ts'
import type { District } from '#kernel/server/districts.ts'
import { seedAreas } from './areas.ts'
import { SEED_ORGANISATIONS, SEED_TIES } from './organisations.ts'
import { SEED_PEOPLE } from './people.ts'

export type DemoKeys = {
  district: District
  areas: Map<string, PlacedArea>
  organisations: Map<string, string>
  accounts: Map<string, string>
}

/** Long enough before now that everything of the last three months fell into it. */
const sinceDays = 400
/** Since when organisations cover areas and are recognised. */
const tiedDays = 200
const demoDistrict = 419900

const daysBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * 24 * 3600_000).toISOString().slice(0, 10)

/** Makes the invented district with its areas, organisations, people and door codes. Undefined when it is there already. */
export async function openDemo(ground: Ground, now: Date): Promise<DemoKeys | undefined> {
  const made = await ground.pool.query(
    `insert into districts (id, name, hosts, is_default, created_at)
     values ($1, '锦河区', $2, not exists (select 1 from districts), $3) on conflict do nothing`,
    [demoDistrict, [`${demoDistrict}.localhost`], now],
  )
  if (made.rowCount === 0) return undefined
  ground.districts.forget()
  const district = await ground.districts.byId(demoDistrict)
  if (!district) return undefined
  return runAs(ground, { district, now }, async (ctx) => {
    await openDistrict(ctx)
    const areas = await addAreas(ctx)
    const organisations = await addOrganisations(ctx, areas)
    const accounts = await addPeople(ctx, areas, organisations)
    await addDoors(ctx, areas)
    await makeKey(ctx, demoProgram, demoKey)
    return { district, areas, organisations, accounts }
  })
}

/** For whoever tries the open interface on the demonstration: everything said through it is invented too. */
const demoProgram = {
  name: '示范小程序',
  contact: '示范密钥，谁都可以用',
  perMinute: 600,
  mayPost: true,
  mayUpdate: true,
  wordsArePublic: true,
}

async function addAreas(ctx: Context): Promise<Map<string, PlacedArea>> {
  const seeds = seedAreas()
  const first = await reserveNumbers(ctx, seeds.length)
  const placed = new Map<string, PlacedArea>()
  for (const [index, seed] of seeds.entries()) {
    const area = {
      kind: seed.kind,
      name: seed.name,
      code: seed.code ?? undefined,
      communityType: seed.communityType ?? undefined,
      gridKind: seed.gridKind ?? undefined,
      boundary: seed.boundary ?? undefined,
      point: { lon: seed.centre[0], lat: seed.centre[1] },
      validFrom: daysBefore(ctx.now, sinceDays),
    }
    placed.set(seed.key, place(ctx, first + index, area, placed.get(seed.parent ?? '')))
  }
  await insertPlaced(ctx, [...placed.values()])
  return placed
}

const idOf = (areas: ReadonlyMap<string, PlacedArea>, key: string): number => {
  const area = areas.get(key)
  if (!area) throw new Error(`the demonstration has no area ${key}`)
  return area.id
}

async function addOrganisations(
  ctx: Context,
  areas: ReadonlyMap<string, PlacedArea>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const seed of SEED_ORGANISATIONS) {
    const parentId = seed.parent ? ids.get(seed.parent) : undefined
    const added = await addOrganisation(ctx, {
      kind: seed.kind === 'committee' ? 'party' : seed.kind,
      name: seed.name,
      homeAreaId: idOf(areas, seed.area),
      ...(parentId && { parentId }),
      ...(seed.creditCode && { creditCode: seed.creditCode }),
      ...(seed.form && { form: seed.form }),
      ...(seed.kind === 'self_governing_group' && { stage: 'growing' }),
      validFrom: daysBefore(ctx.now, sinceDays),
    })
    ids.set(seed.key, added.id)
  }
  for (const { organisation, kind, area, note } of SEED_TIES) {
    const areaId = area === null ? undefined : idOf(areas, area)
    const body = { kind, note, ...(areaId && { areaId }), validFrom: daysBefore(ctx.now, tiedDays) }
    await addTie(ctx, ids.get(organisation) ?? '', body)
  }
  await beginFormation(ctx, idOf(areas, 'xipan'))
  return ids
}

/** The owners of one estate are on their way to a committee. */
async function beginFormation(ctx: Context, areaId: number): Promise<void> {
  const { id } = await openFormation(ctx, { areaId, openedOn: daysBefore(ctx.now, 60) })
  await addStep(ctx, id, { step: 'applied', day: daysBefore(ctx.now, 60), note: '二十三户业主联名' })
  await addStep(ctx, id, { step: 'prepared', day: daysBefore(ctx.now, 41) })
  await addStep(ctx, id, { step: 'noticed', day: daysBefore(ctx.now, 12), note: '贴在各单元门口' })
}

/** Leaders of streets keep in touch with a community each. */
async function linkLeaders(
  ctx: Context,
  people: ReadonlyMap<string, string>,
  areas: ReadonlyMap<string, PlacedArea>,
) {
  const links = [
    ['gaoyuan', 'binxi', 1],
    ['panhong', 'nanqiao-community', 1],
    ['tangxue', 'binhe', 0],
  ] as const
  for (const [login, area, perWeek] of links) {
    const accountId = people.get(login) ?? ''
    const validFrom = daysBefore(ctx.now, tiedDays)
    await addContactLink(ctx, { accountId, areaId: idOf(areas, area), perWeek, validFrom })
  }
}

async function addPeople(
  ctx: Context,
  areas: ReadonlyMap<string, PlacedArea>,
  organisations: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const accounts = await Promise.all(
    SEED_PEOPLE.map(async ({ login, name }) => {
      const { accountId } = await addAccount(ctx, { login, name, password: demoPassword }, { isOwn: true })
      return [login, accountId] as const
    }),
  )
  const ids = new Map(accounts)
  for (const person of SEED_PEOPLE) {
    for (const post of person.posts) {
      const organisationId = post.organisation ? organisations.get(post.organisation) : undefined
      await addPost(ctx, {
        accountId: ids.get(person.login) ?? '',
        role: post.role,
        areaId: idOf(areas, post.area),
        duty: post.duty,
        workPhone: person.phone,
        validFrom: daysBefore(ctx.now, sinceDays),
        ...(organisationId && { organisationId }),
      })
    }
  }
  await linkLeaders(ctx, ids, areas)
  return ids
}

/** A code for every building and unit; the first ones are those a visitor is offered. */
async function addDoors(ctx: Context, areas: ReadonlyMap<string, PlacedArea>): Promise<void> {
  const offered = ['binhe-3', 'binxi-hall', 'binhe-5', 'xipan-2'].flatMap((key) => areas.get(key) ?? [])
  const earlier = { ...ctx, now: new Date(ctx.now.getTime() - 1000) }
  await issueDoorCodes(
    earlier,
    offered.map(({ id }) => ({ areaId: id })),
  )
  const rest = [...areas.values()].filter(
    (area) => (area.kind === 'building' || area.kind === 'unit') && !offered.includes(area),
  )
  await issueDoorCodes(
    ctx,
    rest.map(({ id }) => ({ areaId: id })),
  )
  const lifts = offered.map(({ id }) => ({ areaId: id, facility: '电梯' }))
  await issueDoorCodes(ctx, lifts)
}
