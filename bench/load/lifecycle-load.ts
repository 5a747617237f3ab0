import pg from 'pg'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { benchDistrict } from '../fill/district.ts'
import { type Crew, type Phone, phonesOf } from './actors.ts'
import { type HttpLane, openLane, type Request, requestText } from './http-lane.ts'
import { type CallKind, callKinds, reportCall, staffCalls } from './lifecycle-calls.ts'

export type LoadOrder = {
  port: number
  /** Where the id of a new matter is read, as a worker would from their list; no part of what is measured. */
  databaseUrl: string
  secretKey: string
  crews: Crew[]
  clients: number
  warmUpMs: number
  measuredMs: number
}

export type LoadReport = {
  lifecycles: number
  seconds: number
  /** Milliseconds of every call in the measured time. */
  times: Record<CallKind, number[]>
  errors: number
  firstError: string | undefined
  processorSeconds: number
}

type Run = {
  order: LoadOrder
  phones: Phone[]
  database: pg.Client
  report: LoadReport
  measuring: boolean
}

const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

async function load(order: LoadOrder): Promise<LoadReport> {
  const database = new pg.Client({ connectionString: order.databaseUrl, pipeline: true })
  await database.connect()
  const times = Object.fromEntries(callKinds.map((kind) => [kind, [] as number[]])) as LoadReport['times']
  const report = { lifecycles: 0, seconds: 0, times, errors: 0, firstError: undefined, processorSeconds: 0 }
  const run: Run = {
    order,
    database,
    report,
    phones: phonesOf(order.secretKey, 4_000),
    measuring: false,
  }
  const began = performance.now()
  const until = began + order.warmUpMs + order.measuredMs
  let spent = 0
  setTimeout(() => {
    run.measuring = true
    spent = processorSeconds()
    process.send?.({ measuring: true })
  }, order.warmUpMs)
  await Promise.all(Array.from({ length: order.clients }, (_, number) => runLane(run, number, until)))
  await database.end()
  report.seconds = order.measuredMs / 1000
  report.processorSeconds = processorSeconds() - spent
  return report
}

async function runLane(run: Run, number: number, until: number): Promise<void> {
  const lane = await openLane(run.order.port)
  for (let turn = number; performance.now() < until; turn += run.order.clients) {
    const crew = run.order.crews[turn % run.order.crews.length]
    if (!crew) throw new Error('nobody is signed in')
    const done = await liveOne(run, lane, crew, turn)
    if (run.measuring && done && performance.now() < until) run.report.lifecycles += 1
  }
  lane.close()
}

const matterOf = {
  name: 'bench.matter-of',
  text: 'select matter_id from reports where district_id = $1 and id = $2',
}

async function liveOne(run: Run, lane: HttpLane, crew: Crew, turn: number): Promise<boolean> {
  const phone = run.phones[turn % run.phones.length]
  if (!phone) throw new Error('there is no phone')
  const key = uuidv7()
  if (!(await call(run, lane, 'report', reportCall(crew, phone, key)))) return false
  const { rows } = await run.database.query<{ matter_id: string }>({
    ...matterOf,
    values: [benchDistrict, key],
  })
  const matterId = rows[0]?.matter_id
  if (!matterId) return failed(run, 'report', 'acknowledged but not in the database')
  for (const [kind, request] of staffCalls(crew, matterId))
    if (!(await call(run, lane, kind, request))) return false
  return true
}

async function call(run: Run, lane: HttpLane, kind: CallKind, request: Request): Promise<boolean> {
  const text = requestText(request)
  const began = performance.now()
  const { status, body } = await lane.ask(text)
  if (run.measuring) run.report.times[kind].push(performance.now() - began)
  return status === 200 || failed(run, kind, `${status} ${body}`)
}

function failed({ report }: Run, kind: CallKind, why: string): false {
  report.errors += 1
  report.firstError ??= `${kind}: ${why}`
  return false
}

process.once('message', (order: LoadOrder) => {
  void load(order).then((report) => process.send?.({ report }, () => process.disconnect()))
})
