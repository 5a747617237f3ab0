import { Type, type Static } from 'typebox'
import { Id, Instant, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { photoMissing } from '#modules/files/contract.ts'

const Line = Type.Object({
  /** What it is for, such as 服务热线. */
  label: Words({ max: 20 }),
  phone: Type.String({ pattern: '^[0-9+() -]{3,24}$' }),
})

export const OfficeSetting = Type.Object({
  /** Empty: the name of the district. */
  name: Type.String({ maxLength: 40 }),
  lines: Type.Array(Line, { maxItems: 4 }),
  /** A picture that was uploaded. */
  signId: Type.Optional(Id),
})
export type OfficeSetting = Static<typeof OfficeSetting>

export const Office = Type.Object({
  name: Type.String(),
  lines: Type.Array(Line),
  sign: Type.Optional(Type.Object({ url: Type.String(), width: Type.Integer(), height: Type.Integer() })),
})
export type Office = Static<typeof Office>

export const readOffice = route({
  method: 'GET',
  path: '/office',
  summary: 'Who runs this installation: name, sign, lines to call',
  permission: 'public',
  scope: 'none',
  returns: Office,
})

const InForce = Type.Object({ setting: OfficeSetting, office: Office })

export const readOfficeSetting = route({
  method: 'GET',
  path: '/office/setting',
  summary: 'What the office calls itself, as it was set',
  permission: 'office.configure',
  scope: 'district',
  returns: InForce,
})

export const changeOffice = route({
  method: 'PUT',
  path: '/office',
  summary: 'Sets name, sign and lines of the office; what they were stays on record',
  permission: 'office.configure',
  scope: 'district',
  body: OfficeSetting,
  returns: InForce,
  problems: [photoMissing],
})

export const settingUnknown = problem('office.setting-unknown', 404, {
  zh: '没有这项设置，或者您的岗位不能看。',
  en: 'There is no such setting, or your posts do not let you see it.',
})

export const SettingVersion = Type.Object({
  /** 0 is what the product brings. */
  version: Type.Integer(),
  changedAt: Type.Optional(Instant),
  changedBy: Type.String(),
  value: Type.Record(Type.String(), Type.Unknown()),
})
export type SettingVersion = Static<typeof SettingVersion>

export const listSettingVersions = route({
  method: 'GET',
  path: '/settings/:name/versions',
  summary: 'What a setting was, the newest first, down to what the product brings; secrets are left out',
  permission: 'signed-in',
  scope: 'own',
  params: Type.Object({ name: Type.String({ maxLength: 60 }) }),
  returns: Type.Object({ items: Type.Array(SettingVersion) }),
  problems: [settingUnknown],
})
