import { Type, type Static } from 'typebox'
import { AreaId, Day } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { areaParams } from './areas.ts'
import { areaNotFound } from './problems.ts'

export const noDwellings = problem('places.no-dwellings', 409, {
  zh: '只有楼栋和单元有楼层和房号。',
  en: 'Only buildings and units have floors and rooms.',
})

/** Floors and rooms a floor; the code of a dwelling is floor and room, 0302 the second room on the third floor. */
export const DwellingPlan = Type.Object({
  floors: Type.Integer({ minimum: 1, maximum: 99 }),
  rooms: Type.Integer({ minimum: 1, maximum: 30 }),
})
export type DwellingPlan = Static<typeof DwellingPlan>

export const readDwellings = route({
  method: 'GET',
  path: '/areas/:areaId/dwellings',
  summary:
    'The chart of a building: its units with floors and rooms, today or as of a day. Codes only, nobody behind them',
  permission: 'places.read',
  scope: 'area',
  params: areaParams,
  query: Type.Object({ on: Type.Optional(Day) }),
  returns: Type.Object({
    stairs: Type.Array(
      Type.Object({ areaId: AreaId, name: Type.String(), plan: Type.Optional(DwellingPlan) }),
    ),
  }),
  problems: [areaNotFound, noDwellings],
})

export const setDwellings = route({
  method: 'PUT',
  path: '/areas/:areaId/dwellings',
  summary: 'Says how many floors and rooms a unit, or a building without units, has from today on',
  permission: 'places.edit',
  scope: 'area',
  params: areaParams,
  body: DwellingPlan,
  returns: DwellingPlan,
  problems: [areaNotFound, noDwellings],
})
