import type { SheetRow } from '#kernel/server/sheet.ts'
import type { NamedArea } from '#modules/places/server/door.ts'
import type { Role } from '../contract.ts'
import type { KnownPost } from './import-queries.ts'

/** The columns a sheet of people may have; the header may be Chinese or English. One row is one post. */
export const peopleColumns = [
  { key: 'name', titles: ['姓名', 'name', '名字'], required: true },
  { key: 'login', titles: ['登录名', 'login', '账号', '用户名'], required: true },
  { key: 'role', titles: ['岗位', 'role', '角色', '职务'], required: true },
  { key: 'area', titles: ['所在区域', 'area', '任职区域', '区域', '区划代码'], required: true },
  { key: 'organisation', titles: ['单位', 'organisation', '所属单位'] },
  { key: 'duty', titles: ['职责', 'duty', '工作职责'] },
  { key: 'work_phone', titles: ['工作电话', 'work_phone', 'work phone', '办公电话'] },
  { key: 'valid_from', titles: ['任职日期', 'valid_from', 'from', '开始日期'] },
  { key: 'valid_to', titles: ['离任日期', 'valid_to', 'to', '结束日期'] },
  { key: 'password', titles: ['初始密码', 'password', '密码'] },
] as const
export type PeopleSheetRow = SheetRow<(typeof peopleColumns)[number]['key']>
export type Mark = (row: PeopleSheetRow, text: string) => void

export type WantedAccount = { id: string; login: string; name: string; password: string; isNew: boolean }
export type WantedPost = {
  row: PeopleSheetRow
  id: string
  account: WantedAccount
  role: Role | undefined
  area: NamedArea | undefined
  organisationId: string | null
  from: string
  to: string | null
  /** The same post as it is registered. */
  known: KnownPost | undefined
}
export type CheckedPeople = {
  accounts: WantedAccount[]
  posts: WantedPost[]
  unchanged: number
  marks: Map<number, string[]>
}
