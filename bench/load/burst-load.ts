import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { type HttpLane, openLane, plainRequestText, type Request } from './http-lane.ts'

export type BurstOrder = {
  port: number
  phones: number
  /** How many of them report something after having looked at the page. */
  reporters: number
  /** All of them come within so many milliseconds, whenever they like. */
  withinMs: number
  /** What a browser asks for when it opens the page for the first time, in its order. */
  visit: { path: string; kind: 'page' | 'file' | 'api' }[]
  door: string
  subjects: string[]
}

export type BurstReport = {
  /** Milliseconds of every call, by what was asked for. */
  times: { page: number[]; file: number[]; api: number[]; report: number[] }
  /** Milliseconds until a phone had everything it asked for, one after the other. */
  visits: number[]
  visited: number
  reported: string[]
  errors: number
  firstError: string | undefined
  seconds: number
}

type Phone = { number: number; address: string; cookie: string }
type Run = { order: BurstOrder; report: BurstReport }

const addressOf = (number: number): string =>
  `10.${1 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}`

async function load(order: BurstOrder): Promise<BurstReport> {
  const report: BurstReport = {
    times: { page: [], file: [], api: [], report: [] },
    visits: [],
    visited: 0,
    reported: [],
    errors: 0,
    firstError: undefined,
    seconds: 0,
  }
  const began = performance.now()
  process.send?.({ measuring: true })
  const every = Math.max(1, Math.floor(order.phones / order.reporters))
  await Promise.all(
    Array.from({ length: order.phones }, async (_, number) => {
      await sleep(Math.random() * order.withinMs)
      await onePhone({ order, report }, number, number % every === 0)
    }),
  )
  report.seconds = (performance.now() - began) / 1000
  return report
}

async function onePhone(run: Run, number: number, isReporting: boolean): Promise<void> {
  const phone: Phone = { number, address: addressOf(number), cookie: '' }
  const lane = await openLane(run.order.port).catch((error: Error) => {
    fail(run, `connect: ${error.message}`)
  })
  if (!lane) return
  try {
    await visit(run, lane, phone)
    if (isReporting && run.report.reported.length < run.order.reporters) await reportFrom(run, lane, phone)
  } catch (error) {
    fail(run, String(error))
  } finally {
    lane.close()
  }
}

async function visit(run: Run, lane: HttpLane, phone: Phone): Promise<void> {
  const began = performance.now()
  for (const { path, kind } of run.order.visit)
    await ask(run, lane, phone, { kind, request: { method: 'GET', path } })
  run.report.visits.push(performance.now() - began)
  run.report.visited += 1
}

/** Writing takes a moment; the words are everyone's own. */
async function reportFrom(run: Run, lane: HttpLane, phone: Phone): Promise<void> {
  await sleep(Math.random() * 3_000)
  const { door, subjects } = run.order
  const body = {
    door,
    subject: subjects[phone.number % subjects.length],
    words: `${phone.number}室：楼下水管爆裂，水已经漫到一层大厅，电梯也停了，请马上派人来看看。`,
    photoIds: [],
    contactPhone: `139${String(phone.number).padStart(8, '0')}`,
  }
  const key = uuidv7()
  const request: Request = {
    method: 'POST',
    path: '/api/v1/reports',
    headers: { 'idempotency-key': key },
    body,
  }
  if (await ask(run, lane, phone, { kind: 'report', request })) run.report.reported.push(key)
}

type Asked = { kind: keyof BurstReport['times']; request: Request }

async function ask(run: Run, lane: HttpLane, phone: Phone, { kind, request }: Asked): Promise<boolean> {
  const headers = {
    ...request.headers,
    'accept-encoding': 'br',
    'x-forwarded-for': phone.address,
    ...(phone.cookie && { cookie: phone.cookie }),
  }
  const text = plainRequestText({ ...request, headers })
  const began = performance.now()
  const { status, body, cookie } = await lane.ask(text)
  run.report.times[kind].push(performance.now() - began)
  if (cookie) phone.cookie = cookie
  return status === 200 || fail(run, `${request.path}: ${status} ${body.slice(0, 300)}`)
}

function fail({ report }: Run, why: string): false {
  report.errors += 1
  report.firstError ??= why
  return false
}

process.once('message', (order: BurstOrder) => {
  void load(order).then((report) => process.send?.({ report }, () => process.disconnect()))
})
