import { Type, type Static } from 'typebox'
import { AreaId, Day, Id, oneOf, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { organisationNotFound } from '#modules/organisations/contract.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import { subjectUnknown } from './problems.ts'
import { Channel, Level, LimitUnit, Promised, Question } from './shapes.ts'

export const ruleNotFound = problem('matters.rule-not-found', 404, {
  zh: '没有这条派单规则，可能刚被停用。',
  en: 'There is no such routing rule; it may just have been ended.',
})
export const ruleGoesNowhere = problem('matters.rule-goes-nowhere', 400, {
  zh: '请选派给哪一级或哪个单位。',
  en: 'Say which level or organisation it goes to.',
})
export const dateTooEarly = problem('matters.date-too-early', 400, {
  zh: '只能从今天或以后开始，过去的时限不改。',
  en: 'It can begin today or later; what was promised before stays as it is.',
})
export const yearUnpublished = problem('matters.year-unpublished', 409, {
  zh: '这一年的放假安排还没有收录，请按国务院通知手工填写。',
  en: 'The holidays of this year are not known here yet. Enter them from the State Council’s notice.',
})

const name = Words({ max: 40 })
const note = Type.String({ maxLength: 200 })

/** What an office says about a subject, or about a group of them (then without `groupKey`). */
export const SubjectDraft = Type.Object({
  groupKey: Type.Optional(Type.String({ maxLength: 40 })),
  zh: name,
  en: name,
  icon: Type.String({ pattern: '^[a-z][a-z-]{0,29}$' }),
  level: Level,
  evidence: oneOf(['none', 'photo']),
  mayBePublic: Type.Boolean(),
  descriptionZh: note,
  descriptionEn: note,
  questions: Type.Array(Question, { maxItems: 20 }),
  isRetired: Type.Boolean(),
})
export type SubjectDraft = Static<typeof SubjectDraft>
export const SubjectSetup = Type.Object({ key: Type.String(), ...SubjectDraft.properties })
export type SubjectSetup = Static<typeof SubjectSetup>

const PolicyDraft = Type.Object({
  amount: Type.Integer({ minimum: 1, maximum: 365 }),
  unit: LimitUnit,
  source: Words({ max: 60 }),
  yellowPercent: Type.Integer({ minimum: 10, maximum: 99 }),
  /** From which day on; today or later. */
  from: Day,
})
export const PolicySetup = Type.Object({
  id: Type.Integer(),
  level: Level,
  version: Type.Integer(),
  until: Type.Optional(Day),
  ...PolicyDraft.properties,
})
export type PolicySetup = Static<typeof PolicySetup>

export const RuleDraft = Type.Object({
  subject: Type.Optional(Type.String({ maxLength: 40 })),
  areaId: Type.Optional(AreaId),
  words: Type.Optional(Type.Array(Words({ max: 20 }), { minItems: 1, maxItems: 30 })),
  channel: Type.Optional(Channel),
  toLevel: Type.Optional(Level),
  toOrganisationId: Type.Optional(Id),
  /** The reason that everybody on the way reads. */
  note: Words({ max: 80 }),
})
export type RuleDraft = Static<typeof RuleDraft>
export const RuleSetup = Type.Object({
  id: Type.Integer(),
  from: Day,
  areaName: Type.Optional(Type.String()),
  organisationName: Type.Optional(Type.String()),
  /** It names something that has ended, so it is passed over. */
  isBroken: Type.Boolean(),
  ...RuleDraft.properties,
})
export type RuleSetup = Static<typeof RuleSetup>

const setup = { permission: 'matters.configure', scope: 'district' } as const

export const readSetup = route({
  method: 'GET',
  path: '/matter-setup',
  summary:
    'Subjects, limits and routing rules as an office set them, with what was and what will be in force',
  ...setup,
  returns: Type.Object({
    subjects: Type.Array(SubjectSetup),
    policies: Type.Array(PolicySetup),
    rules: Type.Array(RuleSetup),
    /** Years a promise may reach into whose days are not in the calendar. */
    missingYears: Type.Array(Type.Integer()),
  }),
})

export const addSubject = route({
  method: 'POST',
  path: '/matter-setup/subjects',
  summary: 'Adds a subject or a group of subjects',
  ...setup,
  body: SubjectDraft,
  returns: SubjectSetup,
  problems: [subjectUnknown],
})

export const editSubject = route({
  method: 'PUT',
  path: '/matter-setup/subjects/:key',
  summary: 'Changes or retires a subject; matters filed under it keep it',
  ...setup,
  params: Type.Object({ key: Type.String({ maxLength: 40 }) }),
  body: SubjectDraft,
  returns: SubjectSetup,
  problems: [subjectUnknown],
})

export const setPolicy = route({
  method: 'PUT',
  path: '/matter-setup/policies/:level',
  summary: 'Sets the limit of a level from a day on; what was promised before stays',
  ...setup,
  params: Type.Object({ level: Level }),
  body: PolicyDraft,
  returns: PolicySetup,
  problems: [dateTooEarly],
})

export const addRule = route({
  method: 'POST',
  path: '/matter-setup/rules',
  summary: 'Adds a routing rule at the end of the list',
  ...setup,
  body: RuleDraft,
  returns: RuleSetup,
  problems: [ruleGoesNowhere, subjectUnknown, areaNotFound, organisationNotFound],
})

export const editRule = route({
  method: 'PUT',
  path: '/matter-setup/rules/:ruleId',
  summary: 'Ends a routing rule and puts another in its place',
  ...setup,
  params: Type.Object({ ruleId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }),
  body: RuleDraft,
  returns: RuleSetup,
  problems: [ruleNotFound, ruleGoesNowhere, subjectUnknown, areaNotFound, organisationNotFound],
})

export const endRule = route({
  method: 'DELETE',
  path: '/matter-setup/rules/:ruleId',
  summary: 'Ends a routing rule today',
  ...setup,
  params: Type.Object({ ruleId: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }),
  returns: Type.Object({ endedOn: Day }),
  problems: [ruleNotFound],
})

export const orderRules = route({
  method: 'PUT',
  path: '/matter-setup/rule-order',
  summary: 'Puts the routing rules in another order; the first that matches decides',
  ...setup,
  body: Type.Object({ ruleIds: Type.Array(Type.Integer(), { minItems: 1, maxItems: 500 }) }),
  returns: Type.Object({ ruleIds: Type.Array(Type.Integer()) }),
  problems: [ruleNotFound],
})

export const tryRouting = route({
  method: 'POST',
  path: '/matter-setup/routing-trials',
  summary: 'Where a report would go and why, without taking it: each rule with what speaks against it',
  ...setup,
  body: Type.Object({
    areaId: AreaId,
    subject: Type.String({ maxLength: 40 }),
    words: Type.String({ maxLength: 1000 }),
    channel: Channel,
  }),
  returns: Type.Object({
    rules: Type.Array(
      Type.Object({
        id: Type.Integer(),
        note: Type.String(),
        isFirst: Type.Boolean(),
        /** Conditions that do not hold; none: it matches. */
        against: Type.Array(oneOf(['subject', 'area', 'words', 'channel'])),
      }),
    ),
    level: Level,
    areaName: Type.String(),
    organisationName: Type.Optional(Type.String()),
    handlerName: Type.Optional(Type.String()),
    passed: Type.Array(Level),
    promise: Promised,
  }),
  problems: [areaNotFound, subjectUnknown],
})

const year = Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) })
/** A day that is not what its weekday says: a holiday on a working day, or a weekend worked. */
const Exception = Type.Object({ day: Day, isWorking: Type.Boolean(), name: Type.String({ maxLength: 20 }) })

export const CalendarYear = Type.Object({
  year: Type.Integer(),
  /** Whether every day of it is there; without, Monday to Friday counts and the promise says so. */
  isKnown: Type.Boolean(),
  source: Type.String(),
  exceptions: Type.Array(Exception),
  workingDays: Type.Integer(),
})
export type CalendarYear = Static<typeof CalendarYear>

export const readCalendar = route({
  method: 'GET',
  path: '/matter-setup/calendar',
  summary: 'The working days of a year, this one by default, as the days that differ from plain weeks',
  ...setup,
  query: Type.Partial(year),
  returns: CalendarYear,
})

export const setCalendar = route({
  method: 'PUT',
  path: '/matter-setup/calendar/:year',
  summary: 'Sets the days of a year; promises made before keep the calendar that made them',
  ...setup,
  params: year,
  body: Type.Object({
    /** The notice it follows. */
    source: Words({ max: 60 }),
    exceptions: Type.Array(Exception, { maxItems: 120 }),
  }),
  returns: CalendarYear,
})

export const takeStandardCalendar = route({
  method: 'POST',
  path: '/matter-setup/calendar/:year/standard',
  summary: 'Takes over the State Council’s days of a year, where they are known',
  ...setup,
  params: year,
  body: Type.Object({}),
  returns: CalendarYear,
  problems: [yearUnpublished],
})
