import { Type, type Static } from 'typebox'
import { AreaId, Day, Id, oneOf } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { AreaKind, areaNotFound, doorCodeNotFound } from '#modules/places/contract.ts'
import { accountNotFound } from './accounts.ts'
import { Role } from './roles.ts'

export const Post = Type.Object({
  id: Id,
  role: Role,
  accountId: Id,
  holder: Type.String(),
  login: Type.String(),
  areaId: AreaId,
  areaKind: AreaKind,
  areaName: Type.String(),
  organisationId: Type.Optional(Id),
  organisationName: Type.Optional(Type.String()),
  duty: Type.String(),
  workPhone: Type.String(),
  validFrom: Day,
  validTo: Type.Optional(Day),
})
export type Post = Static<typeof Post>

export const postTaken = problem('people.post-taken', 409, {
  zh: '这个网格在此期间已有人担任该岗位，请先结束原任。',
  en: 'Somebody holds this post in this grid at that time. End that first.',
})
export const postNotFound = problem('people.post-not-found', 404, {
  zh: '没有这个岗位，或不在您的辖区内。',
  en: 'There is no such post within your own.',
})
export const roleNotForArea = problem('people.role-not-for-area', 409, {
  zh: '这个岗位不能设在这一级区域。',
  en: 'This role cannot be held in an area of this kind.',
})
export const adminKindsApart = problem('people.admin-kinds-apart', 409, {
  zh: '系统管理员、安全管理员、审计管理员不能由同一个账号在同一时间担任，请换一个人，或先结束原来的岗位。',
  en: 'System administrator, security administrator and auditor may not be one account at one time. Choose somebody else, or end the other post first.',
})
export const postAboveOwn = problem('people.post-above-own', 403, {
  zh: '不能设置权限高于自己的岗位。',
  en: 'You cannot give a post more rights than your own.',
})

export const listPosts = route({
  method: 'GET',
  path: '/posts',
  summary: 'Posts held in an area and below it, on a day (today when none is given)',
  permission: 'people.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId), on: Type.Optional(Day) }),
  returns: Type.Object({ items: Type.Array(Post) }),
  problems: [areaNotFound],
})

export const listStaffingGaps = route({
  method: 'GET',
  path: '/staffing-gaps',
  summary: 'Grids without a leader, a full-time worker or a helper (1+N)',
  permission: 'people.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId) }),
  returns: Type.Object({
    grids: Type.Integer(),
    items: Type.Array(
      Type.Object({
        areaId: AreaId,
        areaName: Type.String(),
        communityName: Type.String(),
        missing: Type.Array(oneOf(['grid_leader', 'grid_worker', 'grid_helper'])),
      }),
    ),
  }),
  problems: [areaNotFound],
})

export const addPost = route({
  method: 'POST',
  path: '/posts',
  summary: 'Puts a person on a post for a time',
  permission: 'people.edit',
  scope: 'area',
  body: Type.Object({
    accountId: Id,
    role: Role,
    areaId: AreaId,
    organisationId: Type.Optional(Id),
    duty: Type.Optional(Type.String({ maxLength: 300 })),
    workPhone: Type.Optional(Type.String({ maxLength: 30, pattern: '^[0-9 +()-]*$' })),
    validFrom: Type.Optional(Day),
    validTo: Type.Optional(Day),
  }),
  returns: Post,
  problems: [areaNotFound, accountNotFound, postTaken, roleNotForArea, adminKindsApart, postAboveOwn],
})

export const endPost = route({
  method: 'DELETE',
  path: '/posts/:postId',
  summary: 'Ends a post as of today; who held it stays on record',
  permission: 'people.edit',
  scope: 'area',
  params: Type.Object({ postId: Id }),
  returns: Type.Object({ endedOn: Day }),
  problems: [postNotFound],
})

/** Work contacts only: never a home number (a rule of the duties-on-the-wall boards). */
export const Contact = Type.Object({
  name: Type.String(),
  role: Role,
  areaName: Type.String(),
  duty: Type.String(),
  workPhone: Type.String(),
})
export type Contact = Static<typeof Contact>

export const listContacts = route({
  method: 'GET',
  path: '/doors/:token/contacts',
  summary: 'Whom to ask about a building: post, duty and work phone, nearest first',
  permission: 'public',
  scope: 'none',
  params: Type.Object({ token: Type.String({ maxLength: 20 }) }),
  returns: Type.Object({
    place: Type.String(),
    pathNames: Type.Array(Type.String()),
    items: Type.Array(Contact),
  }),
  problems: [doorCodeNotFound],
})

export const listDemoPeople = route({
  method: 'GET',
  path: '/demo/people',
  summary: 'The demonstration sign-ins; empty outside a demonstration',
  permission: 'public',
  scope: 'none',
  returns: Type.Object({
    items: Type.Array(
      Type.Object({
        login: Type.String(),
        name: Type.String(),
        role: Role,
        areaName: Type.String(),
        password: Type.String(),
        /** Which app the person works in. */
        app: oneOf(['staff', 'work']),
      }),
    ),
  }),
})
