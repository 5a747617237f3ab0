import { Type, type Static } from 'typebox'
import { AreaId, Id, oneOf, Words } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import * as problems from './problems.ts'
import { EventKind, MatterSummary, Outcome, Person, SubjectName } from './shapes.ts'
import { MatterFilter } from './staff.ts'

export const countBelow = route({
  method: 'GET',
  path: '/matter-counts/below',
  summary: 'How many stand open and how many are late in each area directly below one',
  permission: 'matters.read',
  scope: 'area',
  query: Type.Object({ area: AreaId }),
  returns: Type.Object({
    items: Type.Array(Type.Object({ areaId: AreaId, open: Type.Integer(), overdue: Type.Integer() })),
  }),
  problems: [areaNotFound],
})

export const listHolders = route({
  method: 'GET',
  path: '/matter-holders',
  summary: 'Who has how many open matters of an area in hand and how many of them are late, the most first',
  permission: 'matters.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId) }),
  returns: Type.Object({
    items: Type.Array(Type.Object({ ...Person.properties, open: Type.Integer(), overdue: Type.Integer() })),
  }),
  problems: [areaNotFound],
})

const Change = Type.Object({
  matter: MatterSummary,
  /** Whether it stands in the list that was asked about. */
  isIn: Type.Boolean(),
  kinds: Type.Array(EventKind),
  /** Of the newest of them. */
  seq: Type.Integer(),
})

export const readNews = route({
  method: 'GET',
  path: '/matter-news',
  summary:
    'What changed after a position of the feed, and whether it stands in a list; without a position only where the feed ends',
  permission: 'matters.read',
  scope: 'area',
  query: Type.Object({ ...MatterFilter, after: Type.Optional(Type.Integer({ minimum: 0 })) }),
  returns: Type.Object({
    position: Type.Integer(),
    changed: Type.Array(Change),
    /** More than could be told one by one: the list is better read anew. */
    isMany: Type.Boolean(),
  }),
  problems: [areaNotFound, problems.searchTooShort],
})

/** A filter as it stands in the address of the desk. */
const FilterQuery = Type.Object(MatterFilter)
const filterName = Words({ max: 40 })

export const SavedFilter = Type.Object({ id: Id, name: Type.String(), query: FilterQuery })
export type SavedFilter = Static<typeof SavedFilter>
const SavedFilters = Type.Object({ items: Type.Array(SavedFilter) })

export const listFilters = route({
  method: 'GET',
  path: '/matter-filters',
  summary: 'The own named filters, in their order',
  permission: 'matters.read',
  scope: 'own',
  returns: SavedFilters,
})

export const keepFilter = route({
  method: 'PUT',
  path: '/matter-filters/:filterId',
  summary: 'Keeps a filter under a name, or changes one; the id is made by who keeps it',
  permission: 'matters.read',
  scope: 'own',
  params: Type.Object({ filterId: Id }),
  body: Type.Object({ name: filterName, query: FilterQuery }),
  returns: SavedFilters,
  problems: [problems.tooManyFilters],
})

export const orderFilters = route({
  method: 'PUT',
  path: '/matter-filters',
  summary: 'Puts the own filters in this order',
  permission: 'matters.read',
  scope: 'own',
  body: Type.Object({ ids: Type.Array(Id, { maxItems: 100 }) }),
  returns: SavedFilters,
})

export const dropFilter = route({
  method: 'DELETE',
  path: '/matter-filters/:filterId',
  summary: 'Forgets an own filter',
  permission: 'matters.read',
  scope: 'own',
  params: Type.Object({ filterId: Id }),
  returns: SavedFilters,
})

/** What can be done with several matters at once: the same act, one after the other. */
export const batchActions = [
  'accept',
  'assign',
  'transfer',
  'hand_up',
  'ask',
  'extend',
  'instruct',
  'answer',
  'close',
] as const
export const BatchAction = oneOf(batchActions)
export type BatchAction = Static<typeof BatchAction>

/** Ids with commas between them, at most a hundred. */
const Ids = Type.String({ pattern: '^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$' })

export const previewBatch = route({
  method: 'GET',
  path: '/matter-batches',
  summary: 'With which of the chosen matters an act can be done, and why not with the others',
  permission: 'matters.read',
  scope: 'area',
  query: Type.Object({
    ids: Ids,
    action: BatchAction,
    /** What the act will say, as far as it decides whether it can be done. */
    handler: Type.Optional(Id),
    amount: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
    outcome: Type.Optional(Outcome),
  }),
  returns: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        number: Type.String(),
        subject: SubjectName,
        /** Filled into templates. */
        placeNames: Type.Array(Type.String()),
        handlerName: Type.Optional(Type.String()),
        /** Why it cannot be done with this one, in the language of who asks. */
        why: Type.Optional(Type.String()),
      }),
    ),
  }),
  problems: [problems.matterNotFound],
})

export const listBatchHandlers = route({
  method: 'GET',
  path: '/matter-batches/handlers',
  summary: 'Who could be given the chosen matters, with how many of them each could be given',
  permission: 'matters.dispatch',
  scope: 'area',
  query: Type.Object({ ids: Ids }),
  returns: Type.Object({
    items: Type.Array(
      Type.Object({
        ...Person.properties,
        areaName: Type.String(),
        openCount: Type.Integer(),
        fits: Type.Integer(),
      }),
    ),
  }),
  problems: [problems.matterNotFound],
})
