import { Type, type Static } from 'typebox'
import { AreaId, Instant, oneOf, PageQuery } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { EventKind, Outcome, Status, SubjectName } from '#modules/matters/contract.ts'
import { areaNotFound } from '#modules/places/contract.ts'

export const notDisclosed = problem('disclosure.not-disclosed', 404, {
  zh: '没有公示这个编号的办件。可能是来件人选择了不公开，或者编号写错了。',
  en: 'No matter of this number is on the public pages: the reporter may have chosen to keep it private, or the number is wrong.',
})

/** A matter as everybody may see it. No words of the reporter, no person, nothing finer than a building. */
export const Entry = Type.Object({
  number: Type.String(),
  subject: SubjectName,
  status: Status,
  placeNames: Type.Array(Type.String()),
  /** The office that holds it, or held it last. */
  officeName: Type.String(),
  receivedAt: Instant,
  dueAt: Instant,
  answeredAt: Type.Optional(Instant),
  closedAt: Type.Optional(Instant),
  outcome: Type.Optional(Outcome),
  /** Whether the answer came in time, or while there is none, whether it is late now. */
  isOnTime: Type.Boolean(),
  reportCount: Type.Integer(),
  /** What staff wrote for everybody to read. */
  words: Type.Optional(Type.String()),
})
export type Entry = Static<typeof Entry>

export const Step = Type.Object({ kind: EventKind, at: Instant, outcome: Type.Optional(Outcome) })
export type Step = Static<typeof Step>

export const listEntries = route({
  method: 'GET',
  path: '/disclosure',
  summary: 'The public ledger: matters that may be shown to everybody, the newest first',
  permission: 'public',
  scope: 'none',
  query: Type.Object({
    area: Type.Optional(AreaId),
    subject: Type.Optional(Type.String({ maxLength: 40 })),
    state: Type.Optional(oneOf(['open', 'late', 'done'])),
    ...PageQuery,
  }),
  returns: Type.Object({
    areaName: Type.String(),
    items: Type.Array(Entry),
    next: Type.Optional(Type.String()),
  }),
  problems: [areaNotFound],
})

export const readEntry = route({
  method: 'GET',
  path: '/disclosure/:number',
  summary: 'One public matter with its steps, for the link that people share',
  permission: 'public',
  scope: 'none',
  params: Type.Object({ number: Type.String({ pattern: '^[0-9]{4}-[0-9]{6,9}$' }) }),
  returns: Type.Object({ entry: Entry, steps: Type.Array(Step) }),
  problems: [notDisclosed],
})

const Rates = Type.Object({
  areaId: AreaId,
  name: Type.String(),
  received: Type.Integer(),
  /** Each as a share of 0 to 1; absent where there is nothing to divide by. */
  response: Type.Optional(Type.Number()),
  resolution: Type.Optional(Type.Number()),
  satisfaction: Type.Optional(Type.Number()),
  onTime: Type.Optional(Type.Number()),
})
export type Rates = Static<typeof Rates>

export const readRates = route({
  method: 'GET',
  path: '/disclosure-rates',
  summary:
    'Three rates and on-time rate of an area and the areas in it, of the matters received in twelve months',
  permission: 'public',
  scope: 'none',
  query: Type.Object({ area: Type.Optional(AreaId) }),
  returns: Type.Object({ since: Type.String(), whole: Rates, parts: Type.Array(Rates) }),
  problems: [areaNotFound],
})
