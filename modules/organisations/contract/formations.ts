import { Type, type Static } from 'typebox'
import { AreaId, Day, Id, oneOf, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import { dayAhead, organisationExists } from './organisations.ts'

/** The steps by which owners come to a committee, in their order; `given_up` ends a case at any time. */
export const formationSteps = [
  'applied',
  'prepared',
  'noticed',
  'voted',
  'announced',
  'filed',
  'given_up',
] as const
export const FormationStep = oneOf(formationSteps)
export type FormationStep = Static<typeof FormationStep>

/** Of a vote, counts only: the roll of owners and who voted how stay with the election group. */
export const VoteCount = Type.Object({
  entitled: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  voted: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  inFavour: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
})
export type VoteCount = Static<typeof VoteCount>

export const Formation = Type.Object({
  id: Id,
  areaId: AreaId,
  areaName: Type.String(),
  communityName: Type.String(),
  openedOn: Day,
  closedOn: Type.Optional(Day),
  /** The committee that was filed. */
  organisationName: Type.Optional(Type.String()),
  steps: Type.Array(
    Type.Object({
      step: FormationStep,
      day: Day,
      note: Type.String(),
      vote: Type.Optional(VoteCount),
    }),
  ),
})
export type Formation = Static<typeof Formation>

export const formationNotFound = problem('organisations.formation-not-found', 404, {
  zh: '没有这件筹建，或不在您的辖区内。',
  en: 'There is no such formation within your post.',
})
export const formationOpen = problem('organisations.formation-open', 409, {
  zh: '这个小区已有一件筹建在办。',
  en: 'A formation is already under way in this estate.',
})
export const formationPlace = problem('organisations.formation-place', 409, {
  zh: '业主委员会在小区、网格、院落或楼栋里筹建，请选小一点的区域。',
  en: 'Owners form a committee in an estate, grid, courtyard or building. Choose a smaller area.',
})
export const stepRefused = problem('organisations.step-refused', 409, {
  zh: '步骤要按先后来：不能倒着走，备案前要有投票，办完或中止后不能再加。',
  en: 'Steps go forward only: filing needs a vote before it, and nothing follows what is filed or given up.',
})
export const voteWrong = problem('organisations.vote-wrong', 400, {
  zh: '投票这一步要填应投、实投和同意的票数，同意不超过实投，实投不超过应投；别的步骤不填。',
  en: 'A vote needs the owners entitled, voting and in favour, none larger than the one before; other steps have none.',
})
export const nameMissing = problem('organisations.committee-name-missing', 400, {
  zh: '备案时请写明业主委员会的名称。',
  en: 'For filing, write the name of the committee.',
})

export const listFormations = route({
  method: 'GET',
  path: '/formations',
  summary: 'Formations of owners’ committees in an area, those under way first, then the newest',
  permission: 'organisations.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId) }),
  returns: Type.Object({ items: Type.Array(Formation) }),
  problems: [areaNotFound],
})

export const openFormation = route({
  method: 'POST',
  path: '/formations',
  summary: 'Opens the formation of an owners’ committee in an estate',
  permission: 'organisations.edit',
  scope: 'area',
  body: Type.Object({ areaId: AreaId, openedOn: Type.Optional(Day) }),
  returns: Formation,
  problems: [areaNotFound, formationOpen, formationPlace, dayAhead],
})

export const addFormationStep = route({
  method: 'POST',
  path: '/formations/:caseId/steps',
  summary: 'Registers a step with its day; filing registers the committee among the organisations',
  permission: 'organisations.edit',
  scope: 'area',
  params: Type.Object({ caseId: Id }),
  body: Type.Object({
    step: FormationStep,
    day: Type.Optional(Day),
    note: Type.Optional(Type.String({ maxLength: 300 })),
    vote: Type.Optional(VoteCount),
    /** With `filed`: what the committee is called. */
    committeeName: Type.Optional(Words({ max: 80 })),
  }),
  returns: Formation,
  problems: [formationNotFound, stepRefused, voteWrong, nameMissing, dayAhead, organisationExists],
})
