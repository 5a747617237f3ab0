import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { pino } from 'pino'
import type { Context } from '#kernel/server/context.ts'
import { openPool } from '#kernel/server/database.ts'
import { dayIn } from '#kernel/server/day.ts'
import { groundOn, runAs } from '#kernel/server/ground.ts'
import { diskStore } from '#kernel/server/store/disk-store.ts'
import type { Promised } from '#modules/matters/contract.ts'
import { houseRules } from '#modules/matters/server/house-rules.ts'
import { promiseFor } from '#modules/matters/server/promise.ts'
import { piecesOf } from '#modules/matters/server/search-index.ts'
import { addToRollups, addUp, type Sum } from '#modules/matters/server/keep-figures.ts'
import { permissionsOf } from '#policy/roles.ts'
import { copyIn, copyLine } from './copy-text.ts'
import { benchDistrict } from './district.ts'
import { type Place, reportColumns, type Story, type Subject, tellStory } from './matter-story.ts'
import { placesOf } from './places.ts'
import { isOpenAt, numberAt, randomFrom, receivedAt, type Span } from './span.ts'

export type FillPart = { url: string; secretKey: string; from: number; to: number; span: Span }

const hour = 3600_000
const batch = 2_000
/** Sums held in memory before they are added to those written. */
const mostSums = 400_000

type Stage = { places: Place[]; subjects: Subject[]; promises: Map<number, Promised> }

/** What the product decides (where a report goes, until when) is asked of the product, once for each case. */
async function readStage(ctx: Context, part: FillPart): Promise<Stage> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const subjects = [...rules.subjects.values()].map(({ key, evidence, zh }) => ({ key, evidence, name: zh }))
  const places = await placesOf(ctx, subjects[0]?.key ?? '')
  const promises = new Map<number, Promised>()
  const first = Math.floor(receivedAt(part.span, part.from).getTime() / hour)
  const last = Math.floor(receivedAt(part.span, part.to).getTime() / hour)
  for (let each = first; each <= last; each += 1)
    promises.set(each, await promiseFor(ctx, 'grid', new Date(each * hour)))
  return { places, subjects, promises }
}

async function fill(part: FillPart): Promise<void> {
  const pool = openPool(part.url, 2)
  const log = pino({ level: 'silent' })
  const parts = {
    pool,
    secretKey: part.secretKey,
    files: diskStore('/nowhere'),
    demo: false,
    permissionsOf,
    log,
  }
  const ground = groundOn(parts)
  const district = await ground.districts.byId(benchDistrict)
  if (!district) throw new Error('the bench district is missing')
  const stage = await runAs(ground, { district, mode: 'read' }, (ctx) => readStage(ctx, part))
  await pool.end()

  const client = new pg.Client({ connectionString: part.url })
  await client.connect()
  await client.query('set synchronous_commit = off')
  let writing: Promise<void> = Promise.resolve()
  const sums: Sums = new Map()
  for (let at = part.from; at < part.to; at += batch) {
    const end = Math.min(at + batch, part.to)
    const stories = storiesOf(part, stage, { from: at, to: end, personalData: ground.personalData })
    await writing
    for (const { worth } of stories) addUp(sums, worth)
    writing = write(client, stories)
    if (sums.size > mostSums) {
      await writing
      await writeSums(client, sums)
      sums.clear()
    }
    parentPort?.postMessage({ done: end - at })
  }
  await writing
  await writeSums(client, sums)
  await client.end()
}

type Batch = { from: number; to: number; personalData: Parameters<typeof tellStory>[0]['personalData'] }

function storiesOf({ span }: FillPart, { places, subjects, promises }: Stage, part: Batch): Story[] {
  return Array.from({ length: part.to - part.from }, (_, offset) => {
    const index = part.from + offset
    const random = randomFrom(index)
    const at = receivedAt(span, index)
    const place = places[Math.floor(random() * places.length)]
    const subject = subjects[Math.floor(random() * subjects.length)]
    const promise = promises.get(Math.floor(at.getTime() / hour))
    if (!place || !subject || !promise) throw new Error('the stage is empty')
    return tellStory({
      district: benchDistrict,
      number: numberAt(span, index),
      at,
      now: new Date(span.until),
      place,
      subject,
      promise,
      personalData: part.personalData,
      random,
      isOpen: isOpenAt(span, index, random()),
    })
  })
}

const eventColumns =
  'district_id, matter_id, seq, kind, at, actor_kind, actor_id, actor_role, data, prev_hash, hash'

async function write(client: pg.Client, stories: readonly Story[]): Promise<void> {
  // The fold decides which columns a matter has.
  const columns = Object.keys(stories[0]?.state ?? {})
  const matters = stories.map(({ id, lastHash, state }) =>
    copyLine([benchDistrict, id, lastHash, ...columns.map((column) => Reflect.get(state, column))]),
  )
  const events = stories.flatMap(({ id, events: kept }) =>
    kept.map(({ event, prev, hash }) => {
      const { seq, kind, at, actor_kind, actor_id, actor_role, data } = event
      return copyLine([benchDistrict, id, seq, kind, at, actor_kind, actor_id, actor_role, data, prev, hash])
    }),
  )
  await copyIn(client, `copy matters (district_id, id, last_hash, ${columns.join(', ')}) from stdin`, matters)
  await copyIn(client, `copy matter_events (${eventColumns}) from stdin`, events)
  const reports = stories.map((story) => copyLine(story.report))
  await copyIn(client, `copy reports (${reportColumns}) from stdin`, reports)
  const documents = stories.map((story) => copyLine([benchDistrict, story.id, documentOf(story)]))
  await copyIn(client, 'copy matter_search (district_id, matter_id, document) from stdin', documents)
}

/** What a matter is found by, in the text form of a tsvector; the pieces hold neither quotes nor backslashes. */
function documentOf({ id, said, state, place, subject }: Story): string {
  const { number, area_path, organisation_id } = state
  const texts = [said, ...place.names]
  const row = { id, number, subject: subject.key, area_path, organisation_id, channels: ['qr'], texts }
  return piecesOf(row, subject.name)
    .map((piece) => `'${piece}'`)
    .join(' ')
}

type Sums = Map<string, Sum>

async function writeSums(client: pg.Client, sums: Sums): Promise<void> {
  const all = [...sums.values()]
  for (let at = 0; at < all.length; at += 2_000) {
    const part = JSON.stringify(all.slice(at, at + 2_000))
    await client.query(addToRollups.text, [benchDistrict, part])
  }
}

await fill(workerData as FillPart)
