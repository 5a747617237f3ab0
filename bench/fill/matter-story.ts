import type { PersonalData } from '#kernel/server/personal-data.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import type { Promised } from '#modules/matters/contract.ts'
import { after } from '#modules/matters/server/fold.ts'
import {
  type EventData,
  firstHash,
  hashOf,
  type MatterEvent,
  type MatterState,
  type Target,
} from '#modules/matters/server/matter-events.ts'
import { nameField, phoneField } from '#modules/matters/server/contact.ts'
import { type Change, deltaOf } from '#modules/matters/server/figures.ts'
import { fingerprintOf, newCode } from '#modules/matters/server/receive.ts'
import { saidWords } from './said-words.ts'

/** A building with what a report from its door needs. */
export type Place = {
  areaId: number
  doorToken: string
  target: Target
  /** Of the place and all areas it lies in. */
  names: string[]
  /** Account ids of those who act. */
  worker: string
  clerk: string
  street: string
}

export type Subject = { key: string; evidence: 'none' | 'photo'; name: string }

type Kept = { event: MatterEvent; prev: Buffer; hash: Buffer }
export type Story = {
  id: string
  state: MatterState
  lastHash: Buffer
  events: Kept[]
  report: readonly unknown[]
  said: string
  place: Place
  subject: Subject
  /** What it counts for, as it stands. */
  worth: Change[]
}

export type Ask = {
  district: number
  number: string
  at: Date
  /** Nothing happens after this moment. */
  now: Date
  place: Place
  subject: Subject
  promise: Promised
  personalData: PersonalData
  /** From 0 to 1, another each time. */
  random: () => number
  isOpen: boolean
}

export const reportColumns = `district_id, id, matter_id, subject, place_id, door_token, channel, words, photo_ids,
  contact_name_sealed, contact_phone_sealed, contact_phone_index, is_private, query_code, taken_by, received_at,
  fingerprint`

type Step = { kind: 'accepted' | 'assigned' | 'noted' | 'answered' | 'followed_up' | 'closed'; hours: number }

/** How far an open matter has come; one that is settled has gone all the way. */
const openShares = [0.3, 0.5, 0.75, 0.9, 1]

function stepsOf({ random, isOpen }: Ask): Step[] {
  const whole: Step[] = [
    { kind: 'accepted', hours: 0.2 + random() * 6 },
    { kind: 'assigned', hours: 0.5 + random() * 4 },
    ...(random() < 0.2 ? [{ kind: 'noted' as const, hours: 1 + random() * 20 }] : []),
    { kind: 'answered', hours: 2 + random() * 60 },
    { kind: 'followed_up', hours: 1 + random() * 24 },
    { kind: 'closed', hours: 0.5 + random() * 8 },
  ]
  if (!isOpen) return whole
  const share = random()
  const reached = openShares.findIndex((each) => share < each)
  const last = [undefined, 'accepted', 'assigned', 'answered', 'followed_up'][reached]
  return whole.slice(0, whole.findIndex((step) => step.kind === last) + 1)
}

const answers = [
  '已上门查看并处理完毕，请您留意。',
  '已与物业核实，今天下午修好。',
  '情况属实，已劝导，后续每天巡查。',
]

const picked = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)] as Item

/** Lives one matter through by the product's own fold and hash; nothing is written. */
export function tellStory(ask: Ask): Story {
  const id = uuidv7(ask.at)
  const reportId = uuidv7(ask.at)
  const said = saidWords(ask.random)
  const print = fingerprintOf(reportId, {
    place: { id: ask.place.areaId },
    subject: ask.subject.key,
    words: said,
    photoIds: [],
  })
  const received = receivedOf(ask, { reportId, fingerprint: print.toString('hex') })
  const story = chainOf(ask, id, [received, ...laterOf(ask)])
  const report = reportOf(ask, { id, reportId, said, print })
  const { place, subject } = ask
  return {
    ...story,
    id,
    said,
    place,
    subject,
    report,
    worth: deltaOf('Asia/Shanghai', undefined, story.state),
  }
}

function receivedOf(ask: Ask, own: { reportId: string; fingerprint: string }): MatterEvent {
  const data: EventData['received'] = {
    ...ask.place.target,
    number: ask.number,
    type: 'resident_request',
    subject: ask.subject.key,
    place_id: ask.place.areaId,
    promise: ask.promise,
    is_public: true,
    report_id: own.reportId,
    fingerprint: own.fingerprint,
    channel: 'qr',
  }
  return {
    seq: 1,
    kind: 'received',
    at: ask.at,
    actor_kind: 'visitor',
    actor_id: null,
    actor_role: null,
    data,
  }
}

const roles = { worker: 'grid_worker', clerk: 'community_clerk', street: 'street_staff' } as const
const actorOf: Record<Step['kind'], keyof typeof roles> = {
  accepted: 'worker',
  assigned: 'clerk',
  noted: 'worker',
  answered: 'worker',
  followed_up: 'clerk',
  closed: 'street',
}

function laterOf(ask: Ask): MatterEvent[] {
  const steps = stepsOf(ask)
  const total = steps.reduce((sum, step) => sum + step.hours, 0)
  // What came in lately had less time: the same course, faster.
  const pace = Math.min(1, (ask.now.getTime() - ask.at.getTime()) / 3600_000 / Math.max(total, 1))
  let hours = 0
  const acted = steps.map(({ kind, hours: taken }, index) => {
    hours += taken * pace
    const who = actorOf[kind]
    return {
      seq: index + 2,
      kind,
      at: new Date(ask.at.getTime() + Math.floor(hours * 3600_000)),
      actor_kind: 'person',
      actor_id: ask.place[who],
      actor_role: roles[who],
      data: dataOf(ask, kind),
    } as MatterEvent
  })
  return [...acted, ...clockOf(ask, acted)]
}

/** What the clock saw of a matter that nobody has taken up or answered yet. */
function clockOf({ promise, now }: Ask, acted: readonly MatterEvent[]): MatterEvent[] {
  if (acted.some((event) => event.kind === 'answered')) return []
  const seenAt = (moment: string): Date =>
    new Date(Math.max(Date.parse(moment), acted.at(-1)?.at.getTime() ?? 0))
  const seen = [
    ...(acted.length === 0 ? [{ kind: 'unaccepted', at: seenAt(promise.acceptBy), data: {} } as const] : []),
    { kind: 'warned', at: seenAt(promise.yellowAt), data: {} },
    { kind: 'late', at: seenAt(promise.dueAt), data: { rise_at: null } },
  ] as const
  return seen
    .filter((each) => each.at <= now)
    .map(({ kind, at, data }, index) => {
      const system = { actor_kind: 'system', actor_id: null, actor_role: null } as const
      return { seq: acted.length + 2 + index, kind, at, ...system, data } as MatterEvent
    })
}

function dataOf(ask: Ask, kind: Step['kind']): EventData[Step['kind']] {
  if (kind === 'accepted') return { handler_id: ask.place.worker }
  if (kind === 'assigned') return { handler_id: ask.place.worker, words: '请今天上门看一看。' }
  if (kind === 'noted') return { words: '已到现场，约好明天处理。', photo_ids: [], is_public: true }
  if (kind === 'followed_up') return { result: 'satisfied', words: '' }
  if (kind === 'closed') return {}
  const outcome = ask.subject.evidence === 'photo' ? 'explained' : 'solved'
  return { words: picked(answers, ask.random), outcome, photo_ids: [] }
}

function chainOf(ask: Ask, id: string, events: readonly MatterEvent[]) {
  let prev: Buffer = firstHash
  let state: MatterState | undefined
  const kept: Kept[] = []
  for (const event of events) {
    const hash = hashOf(prev, ask.district, id, event)
    state = after(state, event)
    kept.push({ event, prev, hash })
    prev = hash
  }
  if (!state) throw new Error('a story without events')
  return { state, events: kept, lastHash: prev }
}

function reportOf(ask: Ask, own: { id: string; reportId: string; said: string; print: Buffer }) {
  const { district, place, personalData, random } = ask
  const hasContact = random() < 0.3
  const phone = `139${String(Math.floor(random() * 1e8)).padStart(8, '0')}`
  return [
    district,
    own.reportId,
    own.id,
    ask.subject.key,
    place.areaId,
    place.doorToken,
    'qr',
    own.said,
    [],
    hasContact ? personalData.seal(district, nameField, '住户') : null,
    hasContact ? personalData.seal(district, phoneField, phone) : null,
    hasContact ? personalData.blindIndex(district, phoneField, phone) : null,
    false,
    newCode(),
    null,
    ask.at,
    own.print,
  ]
}
