import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { seedAreas } from '#db/seed/areas.ts'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { type Context, visitor as nobody } from '#kernel/server/context.ts'
import type { District } from '#kernel/server/districts.ts'
import type { Endpoint } from '#kernel/server/endpoint.ts'
import { type Ground, runAs } from '#kernel/server/ground.ts'
import type { ProtocolEndpoint } from '#kernel/server/protocol.ts'
import { serve } from '#kernel/server/serve.ts'
import { serveFiles } from '#modules/files/server/door.ts'
import { actorOfAccount, identify, keptSeconds } from '#modules/people/server/door.ts'
import * as matters from '#modules/matters/contract.ts'
import { endpoints, protocols } from '#policy/modules.ts'
import { Caller } from './caller.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

type Receipt = ReturnsOf<typeof matters.sendReport>
export type Said = { place?: string; subject?: string; words?: string; photoIds?: string[]; phone?: string }

/** The product as people meet it: over HTTP, with the people of the demonstration district. */
export class World {
  readonly database: TestDatabase
  readonly app: FastifyInstance
  readonly district: District
  readonly #areas: ReadonlyMap<string, number>
  readonly #people = new Map<string, Caller>()
  #devices = 0

  constructor(database: TestDatabase, app: FastifyInstance, district: District) {
    this.database = database
    this.app = app
    this.district = district
    // The demonstration's areas are numbered from one, in the order of its plan.
    this.#areas = new Map(seedAreas().map((area, index) => [area.key, index + 1]))
  }

  /** The number of an area of the demonstration by its key in db/seed/area-plan.ts. */
  area(key: string): number {
    const id = this.#areas.get(key)
    if (id === undefined) throw new Error(`the demonstration has no area ${key}`)
    return id
  }

  /** Somebody with a post, by sign-in name; signs in when first calling. */
  person(login: string): Caller {
    const known = this.#people.get(login)
    if (known) return known
    const made = this.browser(login)
    this.#people.set(login, made)
    return made
  }

  /** A browser nobody is signed in with; named ones sign in when first calling. */
  browser(login?: string): Caller {
    this.#devices += 1
    const name = `browser-${this.#devices}-${login ?? 'visitor'}`
    const device = `${name}.${this.database.ground.personalData.sign('device', name)}`
    return new Caller(this.app, { host: `${this.district.id}.localhost`, device, login })
  }

  async rows<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.database.pool.query(text, values)).rows as Row[]
  }

  async value<Value>(text: string, values: unknown[] = []): Promise<Value> {
    const [row] = await this.rows<{ [key: string]: Value }>(text, values)
    const [first] = Object.values(row ?? {})
    if (first === undefined) throw new Error(`no row: ${text}`)
    return first
  }

  accountOf(login: string): Promise<string> {
    return this.value('select id from accounts where district_id = $1 and login = $2', [
      this.district.id,
      login,
    ])
  }

  organisation(name: string): Promise<string> {
    return this.value('select id from organisations where name = $1', [name])
  }

  doorOf(place: string): Promise<string> {
    return this.value(
      `select token from door_codes where area_id = $1 and facility = '' and retired_at is null limit 1`,
      [this.area(place)],
    )
  }

  /** A resident with a phone of their own says what is wrong. */
  async report(said: Said = {}, resident: Caller = this.browser()): Promise<Receipt> {
    const { place = 'binhe-3', subject = 'neighbour_noise', words = '楼上夜里装修，孩子睡不好。' } = said
    const body = { door: await this.doorOf(place), subject, words, photoIds: said.photoIds ?? [] }
    return resident.calls(matters.sendReport, {
      body: { ...body, ...(said.phone && { contactPhone: said.phone, contactName: '李奶奶' }) },
    })
  }

  matterOf(receipt: { code: string }): Promise<string> {
    return this.value('select matter_id from reports where query_code = $1', [receipt.code])
  }

  /** A report taken as far as its answer by 王芳, the worker of the grid it came from. */
  async answered(said: Said = {}): Promise<{ receipt: Receipt; matterId: string }> {
    const receipt = await this.report(said)
    const matterId = await this.matterOf(receipt)
    const params = { matterId }
    await this.person('wangfang').calls(matters.acceptMatter, { params, body: { take: true } })
    await this.person('wangfang').calls(matters.answerMatter, {
      params,
      body: { words: '已上门劝说，晚上十点后不再施工。', outcome: 'solved', photoIds: [] },
    })
    return { receipt, matterId }
  }

  /** Runs commands at another time, as a person or as a visitor. */
  at<Result>(now: Date, login: string | undefined, work: (ctx: Context) => Promise<Result>): Promise<Result> {
    const { ground } = this.database
    return runAs(ground, { district: this.district, now }, async (ctx) => {
      if (login === undefined) return work({ ...ctx, actor: nobody })
      const actor = await actorOfAccount(ctx, await this.accountOf(login))
      if (!actor) throw new Error(`${login} has no account`)
      return work({ ...ctx, actor })
    })
  }

  async close(): Promise<void> {
    await this.app.close()
    await this.database.close()
  }
}

/** Opens the product on a database of its own. */
export async function openWorld(
  options: {
    log?: Logger
    endpoints?: readonly Endpoint[]
    protocols?: readonly ProtocolEndpoint[]
    /** What is served besides, such as the pages. */
    besides?: (app: FastifyInstance, ground: Ground) => Promise<void>
  } = {},
) {
  const database = await openTestDatabase(options.log)
  const app = await serve({
    ground: database.ground,
    identify,
    publicUrl: undefined,
    sessionSeconds: keptSeconds,
    endpoints: options.endpoints ?? endpoints,
    protocols: options.protocols ?? protocols,
    trustProxy: 0,
    version: 'test',
  })
  serveFiles(app, database.ground)
  await options.besides?.(app, database.ground)
  await app.ready()
  const [district] = await database.ground.districts.all()
  if (!district) throw new Error('the template holds no district')
  return new World(database, app, district)
}
