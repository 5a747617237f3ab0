import { Type, type Static } from 'typebox'
import { AreaId, Day, Id, Instant, oneOf, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { Role, postTaken } from '#modules/people/contract.ts'
import {
  AreaCode,
  areaNotFound,
  Boundary,
  boundaryBroken,
  codeTaken,
  GridKind,
  gridsApart,
  gridsWrong,
  gridTooNew,
  houseLeftOver,
  nameTaken,
  partsWrong,
} from '#modules/places/contract.ts'

export const RegroupKind = oneOf(['split', 'merge', 'move'])
export type RegroupKind = Static<typeof RegroupKind>

/** A grid that comes of it. */
export const Part = Type.Object({
  /** An existing grid that takes houses or a new boundary; only when houses move. */
  gridId: Type.Optional(AreaId),
  name: Type.Optional(Words({ max: 80 })),
  code: Type.Optional(AreaCode),
  gridKind: Type.Optional(GridKind),
  boundary: Type.Optional(Boundary),
  /** Houses or whole micro-grids. The others go by their point into the boundary that holds it; in a merger all go. */
  takes: Type.Optional(Type.Array(AreaId, { maxItems: 5000 })),
})
export type Part = Static<typeof Part>

export const Plan = Type.Object({
  kind: RegroupKind,
  /** From this day on; today when absent. */
  day: Type.Optional(Day),
  from: Type.Array(AreaId, { minItems: 1, maxItems: 20 }),
  parts: Type.Array(Part, { minItems: 1, maxItems: 20 }),
  /** The part, counted from 0, that takes over what belonged to an ended grid as a whole: posters, organisations. */
  heir: Type.Optional(Type.Integer({ minimum: 0, maximum: 19 })),
})
export type Plan = Static<typeof Plan>

/** Who goes on: the parts, counted from 0, in which the holder keeps the post; none ends it. */
export const PostDecision = Type.Object({
  postId: Id,
  to: Type.Array(Type.Integer({ minimum: 0, maximum: 19 }), { maxItems: 20 }),
})
export type PostDecision = Static<typeof PostDecision>

const House = Type.Object({ areaId: AreaId, name: Type.String() })

export const Preview = Type.Object({
  day: Day,
  /** It waits for its day. */
  isLater: Type.Boolean(),
  ending: Type.Array(House),
  parts: Type.Array(
    Type.Object({
      gridId: Type.Optional(AreaId),
      name: Type.String(),
      houses: Type.Array(House),
      households: Type.Integer(),
      hasBoundary: Type.Boolean(),
      /** What must bear another name, because there is one of that name in the grid. */
      renamed: Type.Array(Type.Object({ was: Type.String(), now: Type.String() })),
      openMatters: Type.Integer(),
    }),
  ),
  /** Houses that no part takes yet. */
  leftOver: Type.Array(House),
  /** Posts of grids that end: each needs a decision. */
  posts: Type.Array(
    Type.Object({
      postId: Id,
      role: Role,
      holder: Type.String(),
      areaId: AreaId,
      areaName: Type.String(),
      validFrom: Day,
    }),
  ),
  /** Open matters by who has them in hand: they stay there, under the grid they came to. */
  openMatters: Type.Array(
    Type.Object({
      handlerId: Type.Optional(Id),
      handlerName: Type.Optional(Type.String()),
      count: Type.Integer(),
    }),
  ),
  doorCodes: Type.Integer(),
  organisations: Type.Integer(),
})
export type Preview = Static<typeof Preview>

export const Regrouping = Type.Object({
  id: Id,
  kind: RegroupKind,
  day: Day,
  state: oneOf(['planned', 'done', 'cancelled', 'stuck']),
  areaId: AreaId,
  areaName: Type.String(),
  from: Type.Array(House),
  to: Type.Array(Type.Object({ areaId: Type.Optional(AreaId), name: Type.String() })),
  decidedBy: Type.String(),
  decidedAt: Instant,
  /** Why it could not be carried out on its day, as a problem's message. */
  stuckOn: Type.Optional(Type.String()),
})
export type Regrouping = Static<typeof Regrouping>

export const postsUndecided = problem('regrouping.posts-undecided', 409, {
  zh: '这些网格上还有岗位没有安排：每个岗位都要说明由谁接、接哪个网格，或者结束。',
  en: 'Posts of these grids are not decided yet: say for each in which grid its holder goes on, or that it ends.',
})
export const dayPast = problem('regrouping.day-past', 400, {
  zh: '调整只能从今天或以后的日子起生效。',
  en: 'A regrouping takes effect today or later.',
})
export const regroupingNotFound = problem('regrouping.not-found', 404, {
  zh: '没有这项网格调整，或不在您的辖区内。',
  en: 'There is no such regrouping within your post.',
})
export const regroupingSettled = problem('regrouping.settled', 409, {
  zh: '这项调整已经执行或取消，不能再取消。',
  en: 'This regrouping has been carried out or cancelled already.',
})

const planProblems = [
  areaNotFound,
  gridsWrong,
  gridsApart,
  gridTooNew,
  partsWrong,
  boundaryBroken,
  dayPast,
] as const

export const previewRegrouping = route({
  method: 'POST',
  path: '/regrouping-previews',
  summary: 'What a regrouping of grids would do: houses, posts, open matters, posters; changes nothing',
  permission: 'places.edit',
  scope: 'area',
  forgetful: true,
  body: Plan,
  returns: Preview,
  problems: planProblems,
})

export const regroupGrids = route({
  method: 'POST',
  path: '/regroupings',
  summary: 'Splits or merges grids, or moves houses between them, today or on a later day',
  permission: 'places.edit',
  scope: 'area',
  body: Type.Object({ plan: Plan, posts: Type.Array(PostDecision, { maxItems: 500 }) }),
  returns: Regrouping,
  problems: [...planProblems, postsUndecided, houseLeftOver, nameTaken, codeTaken, postTaken],
})

export const listRegroupings = route({
  method: 'GET',
  path: '/regroupings',
  summary: 'Regroupings of grids below an area, the newest first',
  permission: 'places.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId) }),
  returns: Type.Object({ items: Type.Array(Regrouping) }),
  problems: [areaNotFound],
})

export const cancelRegrouping = route({
  method: 'DELETE',
  path: '/regroupings/:regroupingId',
  summary: 'Calls off a regrouping that waits for its day',
  permission: 'places.edit',
  scope: 'area',
  params: Type.Object({ regroupingId: Id }),
  returns: Regrouping,
  problems: [regroupingNotFound, regroupingSettled],
})
