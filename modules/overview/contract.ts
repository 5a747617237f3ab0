/** The contract of the overview: what a leader looks at first, the grid map, and the big screen. */
import { Type, type Static } from 'typebox'
import { AreaId, Day, Id, Instant, oneOf, Streamed } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { Period, PeriodQuery, periodWrong, Span, Value } from '#modules/indicators/contract.ts'
import { Level, Status, SubjectName } from '#modules/matters/contract.ts'
import { AreaKind, areaNotFound, type Boundary } from '#modules/places/contract.ts'

const Values = Type.Record(Type.String(), Value)

/** What is late, by whom. */
export const LateBy = Type.Object({
  handlerId: Type.Optional(Id),
  organisationId: Type.Optional(Id),
  /** Of the person or organisation; empty where nobody has it in hand. */
  name: Type.String(),
  level: Level,
  /** Where it lies with nobody. */
  areaId: Type.Optional(AreaId),
  areaName: Type.Optional(Type.String()),
  count: Type.Integer(),
  /** The due time of the oldest. */
  since: Instant,
})
export type LateBy = Static<typeof LateBy>

export const OverviewRow = Type.Object({
  areaId: AreaId,
  kind: AreaKind,
  name: Type.String(),
  /** No longer there; what it had in the period is. */
  isEnded: Type.Boolean(),
  values: Values,
})
export type OverviewRow = Static<typeof OverviewRow>

const overviewQuery = Type.Object({
  area: Type.Optional(AreaId),
  ...PeriodQuery,
  withoutBeyond: Type.Optional(Type.Boolean()),
})

export const Overview = Type.Object({
  areaId: AreaId,
  areaName: Type.String(),
  areaKind: AreaKind,
  period: Period,
  /** The day of its first matter; absent while there was none. */
  since: Type.Optional(Day),
  /** Not everything since then is counted yet. */
  behindSince: Type.Optional(Instant),
  now: Values,
  /** Absent where the area had nothing in those days. */
  previous: Type.Optional(Values),
  lastYear: Type.Optional(Values),
  /** The three rates counted the other way, and how many matters lie beyond the unit. */
  otherWay: Values,
  beyond: Type.Integer(),
  trend: Type.Array(Type.Object({ span: Span, values: Values })),
  late: Type.Array(LateBy),
  rows: Type.Array(OverviewRow),
  /** Counted for the area itself and for none of the rows. */
  direct: Type.Optional(Values),
})
export type Overview = Static<typeof Overview>

export const readOverview = route({
  method: 'GET',
  path: '/overview',
  summary:
    'What a leader looks at first: figures of an area and period, what is late by whom, and the areas in it',
  permission: 'indicators.read',
  scope: 'area',
  query: overviewQuery,
  returns: Overview,
  problems: [areaNotFound, periodWrong],
})

export const readOverviewSheet = route({
  method: 'GET',
  path: '/overview-sheet',
  summary: 'The table of the areas as CSV, or as Excel',
  permission: 'indicators.read',
  scope: 'area',
  query: Type.Object({ ...overviewQuery.properties, as: Type.Optional(oneOf(['csv', 'xlsx'])) }),
  returns: Streamed,
  answers: 'stream',
  problems: [areaNotFound, periodWrong],
})

export const GridState = oneOf(['calm', 'yellow', 'red', 'supervised'])
export type GridState = Static<typeof GridState>

export const MapGrid = Type.Object({
  areaId: AreaId,
  name: Type.String(),
  communityName: Type.String(),
  boundary: Type.Unsafe<Boundary>({}),
  households: Type.Optional(Type.Integer()),
})
export type MapGrid = Static<typeof MapGrid>

export const readGridShapes = route({
  method: 'GET',
  path: '/overview/shapes',
  summary: 'The boundaries of the grids of an area, for the map',
  permission: 'indicators.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId) }),
  returns: Type.Object({
    areaId: AreaId,
    areaName: Type.String(),
    own: Type.Optional(Type.Unsafe<Boundary>({})),
    grids: Type.Array(MapGrid),
    /** Grids without a boundary: they are not on the map. */
    unmapped: Type.Integer(),
  }),
  problems: [areaNotFound],
})

export const readGridStates = route({
  method: 'GET',
  path: '/overview/states',
  summary: 'How each grid of an area stands now, and the points of what is open',
  permission: 'indicators.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId) }),
  returns: Type.Object({
    at: Instant,
    grids: Type.Array(
      Type.Object({
        areaId: AreaId,
        state: GridState,
        open: Type.Integer(),
        yellow: Type.Integer(),
        red: Type.Integer(),
        supervised: Type.Integer(),
      }),
    ),
    points: Type.Array(
      Type.Object({
        matterId: Id,
        number: Type.String(),
        subject: SubjectName,
        lon: Type.Number(),
        lat: Type.Number(),
        state: oneOf(['open', 'yellow', 'red', 'supervised']),
      }),
    ),
  }),
  problems: [areaNotFound],
})

export const readScreen = route({
  method: 'GET',
  path: '/overview/screen',
  summary:
    'What the big screen shows beside the map: this month, and what came in lately, without anything personal',
  permission: 'indicators.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId) }),
  returns: Type.Object({
    areaId: AreaId,
    areaName: Type.String(),
    at: Instant,
    month: Span,
    values: Values,
    newest: Type.Array(
      Type.Object({
        number: Type.String(),
        subject: SubjectName,
        status: Status,
        statusAt: Instant,
        receivedAt: Instant,
        isLate: Type.Boolean(),
        areaNames: Type.Array(Type.String()),
      }),
    ),
  }),
  problems: [areaNotFound],
})
