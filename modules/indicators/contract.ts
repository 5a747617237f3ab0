/** The contract of indicators: what is counted, by which rule, and the records behind each number. */
import { Type, type Static } from 'typebox'
import { AreaId, Day, Id, Instant, oneOf, PageOf, PageQuery } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { figuresOutOfMonth, ListName, MatterSummary } from '#modules/matters/contract.ts'
import { areaNotFound } from '#modules/places/contract.ts'

export const indicatorUnknown = problem('indicators.unknown', 404, {
  zh: '没有这个指标。',
  en: 'There is no such indicator.',
})
export const periodWrong = problem('indicators.period-wrong', 400, {
  zh: '时间段不对：开始不能晚于结束，最长十年。',
  en: 'The period is wrong: it must not end before it begins, and has ten years at most.',
})

const BothLanguages = Type.Object({ zh: Type.String(), en: Type.String() })

/** `now`: how it stands at this moment. `period`: of the matters received in the period. `day`: as of its last day. */
export const Tense = oneOf(['period', 'now', 'day'])

export const Indicator = Type.Object({
  key: Type.String(),
  name: BothLanguages,
  /** `share`: a fraction of one; `hours`: hours; `ratio`: so many for each; else a number of things, named by `counted`. */
  unit: oneOf(['count', 'share', 'hours', 'ratio']),
  counted: BothLanguages,
  /** What stands above and below the line, in words. */
  numerator: BothLanguages,
  denominator: Type.Optional(BothLanguages),
  better: oneOf(['more', 'less', 'neither']),
  tense: Tense,
  /** The rule it follows. */
  source: BothLanguages,
  /** What lies beyond the unit can be left out. */
  isTolerant: Type.Boolean(),
  /** Counted from the registers: it opens to their rows, not to a list of matters. */
  section: Type.Optional(oneOf(['places', 'bodies', 'posts', 'work'])),
  /** The list of the desk that shows the same. */
  desk: Type.Optional(ListName),
})
export type Indicator = Static<typeof Indicator>

export const listIndicators = route({
  method: 'GET',
  path: '/indicators',
  summary: 'Every indicator with its rule: what is counted, of what, in which direction it is good',
  permission: 'indicators.read',
  scope: 'none',
  returns: Type.Object({ items: Type.Array(Indicator) }),
})

export const periodKinds = ['week', 'month', 'quarter', 'year', 'days'] as const
export const PeriodKind = oneOf(periodKinds)
export type PeriodKind = Static<typeof PeriodKind>

/**
 * A week, month, quarter or year around `on` (today when absent), or any days `from` to `to`. A period that still runs ends
 * today and is compared with as many days of the one before.
 */
export const PeriodQuery = {
  period: Type.Optional(PeriodKind),
  on: Type.Optional(Day),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}

export const Span = Type.Object({ from: Day, to: Day })

export const Period = Type.Object({
  kind: PeriodKind,
  ...Span.properties,
  /** It is not over yet. */
  isRunning: Type.Boolean(),
  previous: Span,
  lastYear: Span,
})
export type Period = Static<typeof Period>

export const Value = Type.Object({
  /** Absent where there is nothing to divide by, or nothing was there yet: then it is no zero. */
  value: Type.Optional(Type.Number()),
  numerator: Type.Number(),
  denominator: Type.Optional(Type.Number()),
})
export type Value = Static<typeof Value>

export const readIndicators = route({
  method: 'GET',
  path: '/indicator-values',
  summary: 'Indicators of an area for a period, the one before and the same a year ago',
  permission: 'indicators.read',
  scope: 'area',
  query: Type.Object({
    area: Type.Optional(AreaId),
    /** Names with commas between them; all of them when absent. */
    keys: Type.Optional(Type.String({ maxLength: 2000 })),
    ...PeriodQuery,
    /** A subject, or a slice as it is kept: whole months then. */
    subject: Type.Optional(Type.String({ maxLength: 60 })),
    withoutBeyond: Type.Optional(Type.Boolean()),
  }),
  returns: Type.Object({
    areaId: AreaId,
    areaName: Type.String(),
    period: Period,
    /** Not everything since then is counted yet. */
    behindSince: Type.Optional(Instant),
    items: Type.Array(
      Type.Object({
        key: Type.String(),
        now: Value,
        /** Absent where the area had nothing yet, and for how it stands now. */
        previous: Type.Optional(Value),
        lastYear: Type.Optional(Value),
      }),
    ),
  }),
  problems: [areaNotFound, indicatorUnknown, periodWrong, figuresOutOfMonth],
})

export const listCounted = route({
  method: 'GET',
  path: '/indicators/:key/matters',
  summary: 'The matters behind a number of an area and a period, the newest first',
  permission: 'indicators.read',
  scope: 'area',
  params: Type.Object({ key: Type.String({ maxLength: 60 }) }),
  query: Type.Object({
    area: Type.Optional(AreaId),
    /** Of the matters received from and to; left out for how it stands now. */
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    part: Type.Optional(oneOf(['numerator', 'denominator'])),
    subject: Type.Optional(Type.String({ maxLength: 60 })),
    withoutBeyond: Type.Optional(Type.Boolean()),
    /** Only what this person, or this organisation, has in hand. */
    handler: Type.Optional(Id),
    organisation: Type.Optional(Id),
    /** Only what lies with this very area and nobody has in hand. */
    unheldIn: Type.Optional(AreaId),
    ...PageQuery,
  }),
  returns: Type.Object({
    areaId: AreaId,
    areaName: Type.String(),
    ...PageOf(MatterSummary).properties,
  }),
  problems: [areaNotFound, indicatorUnknown, periodWrong],
})

/** A row behind a number of the registers. What `kind` is a word of depends on `what`. */
export const CountedRecord = Type.Object({
  id: Type.String(),
  what: oneOf([
    'area',
    'organisation',
    'post',
    'role',
    'level',
    'formation',
    'limit',
    'matter',
    'report',
    'week',
  ]),
  kind: Type.String(),
  /** Empty where the kind says it all. */
  name: Type.String(),
  areaId: Type.Optional(AreaId),
  areaName: Type.Optional(Type.String()),
  since: Type.Optional(Day),
  /** A subject's key, how many there are of a role or level, receptions held in a week. */
  note: Type.String(),
  /** What it adds to the number. */
  worth: Type.Integer(),
})
export type CountedRecord = Static<typeof CountedRecord>

export const listCountedRecords = route({
  method: 'GET',
  path: '/indicators/:key/records',
  summary: 'The records behind a number of the registers: as of the last day, or of what came in the span',
  permission: 'indicators.read',
  scope: 'area',
  params: Type.Object({ key: Type.String({ maxLength: 60 }) }),
  query: Type.Object({
    area: Type.Optional(AreaId),
    from: Type.Optional(Day),
    /** Today when absent. */
    to: Type.Optional(Day),
    part: Type.Optional(oneOf(['numerator', 'denominator'])),
    ...PageQuery,
  }),
  returns: Type.Object({
    areaId: AreaId,
    areaName: Type.String(),
    ...PageOf(CountedRecord).properties,
  }),
  problems: [areaNotFound, indicatorUnknown, periodWrong],
})
