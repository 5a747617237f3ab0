import { Type, type Static } from 'typebox'
import { AreaId, Day, Id, oneOf, PageOf, PageQuery } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import * as problems from './problems.ts'
import { Channel, Level, MatterSummary, SubjectGroup } from './shapes.ts'

/**
 * The work lists. `todo` received and not yet accepted; `doing` accepted or being handled; `due_soon` open and yellow;
 * `overdue` open past its time; `waiting` the reporter was asked and the clock stands still; `raised` supervised by a level
 * above since it was late; `disputed` somebody says it is not theirs and the level above decides; `to_follow_up` answered and not yet asked after; `to_close` asked after;
 * `mine` open and in my hands; `open` all of these; `done` closed, returned, merged or withdrawn; `all` every one.
 */
export const listNames = [
  'todo',
  'doing',
  'due_soon',
  'overdue',
  'waiting',
  'raised',
  'disputed',
  'to_follow_up',
  'to_close',
  'mine',
  'open',
  'done',
  'all',
] as const
export const ListName = oneOf(listNames)
export type ListName = Static<typeof ListName>

/** What a list is narrowed by, the same wherever one is read, counted, kept by name or taken along as a file. */
export const MatterFilter = {
  area: Type.Optional(AreaId),
  list: Type.Optional(ListName),
  /** Whatever was typed: a number or its last digits, words, the pinyin of a place or subject. */
  q: Type.Optional(Type.String({ maxLength: 60 })),
  subject: Type.Optional(Type.String({ maxLength: 40 })),
  channel: Type.Optional(Channel),
  level: Type.Optional(Level),
  /** Open ones that are yellow or red now. */
  colour: Type.Optional(oneOf(['yellow', 'red'])),
  /** Days of receipt, both included. */
  from: Type.Optional(Day),
  until: Type.Optional(Day),
  handler: Type.Optional(Id),
  organisation: Type.Optional(Id),
} as const

/** A row of a list; `found` is a passage that holds what was looked for where the row itself does not. */
const FoundMatter = Type.Object({ ...MatterSummary.properties, found: Type.Optional(Type.String()) })

export const listMatters = route({
  method: 'GET',
  path: '/matters',
  summary:
    'A list of an area; open ones by due time, done ones by their end, what was searched for newest received first',
  permission: 'matters.read',
  scope: 'area',
  query: Type.Object({
    ...MatterFilter,
    number: Type.Optional(Type.String({ maxLength: 20 })),
    ...PageQuery,
  }),
  returns: Type.Object({
    ...PageOf(FoundMatter).properties,
    /** What to show marked, the longest first. */
    marks: Type.Optional(Type.Array(Type.String())),
  }),
  problems: [areaNotFound, problems.searchTooShort],
})

export const Counts = Type.Object({
  todo: Type.Integer(),
  doing: Type.Integer(),
  dueSoon: Type.Integer(),
  overdue: Type.Integer(),
  waiting: Type.Integer(),
  raised: Type.Integer(),
  disputed: Type.Integer(),
  toFollowUp: Type.Integer(),
  toClose: Type.Integer(),
  mine: Type.Integer(),
  open: Type.Integer(),
})
export type Counts = Static<typeof Counts>

export const countMatters = route({
  method: 'GET',
  path: '/matter-counts',
  summary: 'How many stand in each work list of an area',
  permission: 'matters.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId) }),
  returns: Counts,
  problems: [areaNotFound],
})

export const listSubjects = route({
  method: 'GET',
  path: '/subjects',
  summary: 'The subjects in two steps',
  permission: 'public',
  scope: 'none',
  returns: Type.Object({ groups: Type.Array(SubjectGroup) }),
})
