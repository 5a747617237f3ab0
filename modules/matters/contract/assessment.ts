import { Type } from 'typebox'
import { Id, Words } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import * as problems from './problems.ts'
import { Moved } from './shapes.ts'

export const assessMatter = route({
  method: 'PUT',
  path: '/matters/:matterId/assessment',
  summary:
    'Finds that a settled matter lies beyond what the unit answers for, or that it does not: assessments can leave it out',
  permission: 'matters.supervise',
  scope: 'area',
  params: Type.Object({ matterId: Id }),
  body: Type.Object({ isBeyond: Type.Boolean(), reason: Words({ max: 300 }) }),
  returns: Moved,
  problems: [
    problems.matterNotFound,
    problems.heldByOthers,
    problems.moveRefused,
    problems.assessedByHandler,
  ],
})
