import { Type, type Static } from 'typebox'
import { AreaId, Day, Id, Instant, oneOf, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { AreaKind, areaNotFound, doorCodeNotFound } from '#modules/places/contract.ts'

/** What a post makes of a person. Which permissions each gives stands in policy/roles.ts. */
export const roles = [
  'unit_leader',
  'building_leader',
  'courtyard_leader',
  'party_group_leader',
  'grid_helper',
  'grid_worker',
  'grid_leader',
  'community_clerk',
  'community_secretary',
  'street_staff',
  'street_leader',
  'district_staff',
  'district_admin',
  'security_admin',
  'auditor',
  'department_staff',
] as const
export const Role = oneOf(roles)
export type Role = Static<typeof Role>

export const Login = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,39}$' })
export const Password = Type.String({ minLength: 10, maxLength: 200 })

export const HeldPost = Type.Object({
  id: Id,
  role: Role,
  areaId: AreaId,
  areaKind: AreaKind,
  areaName: Type.String(),
  permissions: Type.Array(Type.String()),
})

export const Session = Type.Object({
  accountId: Id,
  name: Type.String(),
  districtName: Type.String(),
  posts: Type.Array(HeldPost),
})
export type Session = Static<typeof Session>

export const signInWrong = problem('people.sign-in-wrong', 401, {
  zh: '账号或密码不对。忘记密码请联系本级管理员。',
  en: 'Name or password is not right. If you forgot it, ask your administrator.',
})
export const signInLocked = problem('people.sign-in-locked', 429, {
  zh: '连续输错多次，请稍后再试。',
  en: 'Too many wrong tries. Please wait and try again.',
})

export const signIn = route({
  method: 'POST',
  path: '/session',
  summary: 'Signs in with name and password; sets the session cookie, or returns a bearer token when asked',
  permission: 'public',
  scope: 'none',
  forgetful: true,
  perMinute: 30,
  body: Type.Object({
    login: Type.String({ minLength: 1, maxLength: 40 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
    /** Remember this phone for thirty days. */
    keep: Type.Optional(Type.Boolean()),
    /** An API client asks for a token instead of a cookie. */
    bearer: Type.Optional(Type.Boolean()),
  }),
  returns: Type.Object({ session: Session, token: Type.Optional(Type.String()), expiresAt: Instant }),
  problems: [signInWrong, signInLocked],
})

export const readSession = route({
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in, with the posts held today',
  permission: 'signed-in',
  scope: 'own',
  returns: Session,
})

export const signOut = route({
  method: 'DELETE',
  path: '/session',
  summary: 'Ends the session',
  permission: 'signed-in',
  scope: 'own',
  forgetful: true,
  returns: Type.Object({ signedOut: Type.Boolean() }),
})

export const changePassword = route({
  method: 'PUT',
  path: '/session/password',
  summary: 'Changes the own password and ends all other sessions',
  permission: 'signed-in',
  scope: 'own',
  forgetful: true,
  perMinute: 10,
  body: Type.Object({ current: Type.String({ maxLength: 200 }), next: Password }),
  returns: Type.Object({ endedSessions: Type.Integer() }),
  problems: [signInWrong, signInLocked],
})

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
export const accountNotFound = problem('people.account-not-found', 404, {
  zh: '没有这个账号。',
  en: 'There is no such account.',
})
export const loginTaken = problem('people.login-taken', 409, {
  zh: '这个登录名已有人用，请换一个。',
  en: 'This sign-in name is taken. Choose another.',
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

export const addAccount = route({
  method: 'POST',
  path: '/accounts',
  summary: 'Makes an account; it can do nothing until it holds a post',
  permission: 'people.edit',
  scope: 'area',
  forgetful: true,
  body: Type.Object({ login: Login, name: Words({ max: 40 }), password: Password }),
  returns: Type.Object({ accountId: Id }),
  problems: [loginTaken],
})

export const findAccounts = route({
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts by the beginning of the name or the sign-in name',
  permission: 'people.edit',
  scope: 'district',
  query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 40 }) }),
  returns: Type.Object({
    items: Type.Array(Type.Object({ accountId: Id, name: Type.String(), login: Type.String() })),
  }),
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
