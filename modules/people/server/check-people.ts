import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { type KnownOrganisation, listKnown } from '#modules/organisations/server/door.ts'
import { findNamedAreas, type FoundArea } from '#modules/places/server/door.ts'
import { type KnownAccount, listKnownAccounts, listKnownPosts } from './import-queries.ts'
import type { CheckedPeople, Mark, PeopleSheetRow, WantedAccount, WantedPost } from './people-sheet.ts'
import { markConflicts } from './people-conflicts.ts'
import { roleOfWord, roleWord } from './role-words.ts'
import { areasOfRole } from './roles.ts'
import { dayOfText } from './sheet-day.ts'

/** Checks every row, against the sheet and the database, before anything is written. `marks` says by line what is wrong. */
export async function checkPeopleRows(ctx: Context, rows: readonly PeopleSheetRow[]): Promise<CheckedPeople> {
  const marks = new Map<number, string[]>()
  const mark: Mark = (row, text) => void marks.set(row.line, [...(marks.get(row.line) ?? []), text])
  const areaOf = await findNamedAreas(
    ctx,
    rows.map((row) => row.cells.area),
  )
  const logins = [...new Set(rows.map((row) => row.cells.login))]
  const accounts = gatherAccounts(
    ctx,
    rows,
    await ctx.db.rows(listKnownAccounts, [ctx.district.id, logins]),
    mark,
  )
  const organisations = await ctx.db.rows(listKnown, [ctx.district.id])
  const wanted = rows.map((row) => checkRow(ctx, { row, areaOf, accounts, organisations }, mark))
  const areaIds = [...new Set(wanted.flatMap(({ area }) => (area ? [area.id] : [])))]
  const known = await ctx.db.rows(listKnownPosts, [ctx.district.id, areaIds])
  markConflicts(wanted, known, mark)
  const posts = wanted.filter((post) => !post.known)
  const fresh = [...accounts.values()].filter((account) => account.isNew)
  return { accounts: fresh, posts, unchanged: wanted.length - posts.length, marks }
}

/** One account a login; several rows may give one person several posts. */
function gatherAccounts(
  ctx: Context,
  rows: readonly PeopleSheetRow[],
  known: readonly KnownAccount[],
  mark: Mark,
): Map<string, WantedAccount> {
  const kept = new Map(known.map((account) => [account.login, account]))
  const accounts = new Map<string, WantedAccount>()
  for (const row of rows) {
    const { login, name, password } = row.cells
    checkAccountCells(row, mark)
    const there = kept.get(login)
    if (there?.disabled) mark(row, '这个账号已停用 / this account is disabled')
    if (there && there.name !== name)
      mark(row, `登录名已由${there.name}使用 / this sign-in name belongs to ${there.name}`)
    const earlier = accounts.get(login)
    if (earlier && earlier.name !== name)
      mark(row, `登录名与前面的${earlier.name}重复 / ${earlier.name} above has this sign-in name`)
    if (earlier && password !== '' && earlier.password !== '' && earlier.password !== password)
      mark(row, '同一个人的初始密码写得不一样 / two different passwords for one person')
    if (earlier) earlier.password ||= password
    else accounts.set(login, { id: there?.id ?? uuidv7(ctx.now), login, name, password, isNew: !there })
  }
  return accounts
}

function checkAccountCells(row: PeopleSheetRow, mark: Mark): void {
  const { name, login, password } = row.cells
  if (name === '') mark(row, '姓名不能为空 / name is missing')
  if (name.length > 40) mark(row, '姓名超过40字 / name is longer than 40 characters')
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(login))
    mark(
      row,
      '登录名应为2到40位小写字母、数字或 . _ - / the sign-in name takes a-z 0-9 . _ -, 2 to 40 of them',
    )
  if (password !== '' && (password.length < 10 || password.length > 200))
    mark(row, '初始密码至少10位 / a password has at least 10 characters')
}

type Given = {
  row: PeopleSheetRow
  areaOf: (words: string) => FoundArea
  accounts: ReadonlyMap<string, WantedAccount>
  organisations: readonly KnownOrganisation[]
}

function checkRow(ctx: Context, { row, areaOf, accounts, organisations }: Given, mark: Mark): WantedPost {
  const { cells } = row
  const role = roleOfWord(cells.role)
  if (!role) mark(row, `岗位不认识：${cells.role} / unknown role`)
  const found = areaOf(cells.area)
  if ('wrong' in found) mark(row, found.wrong)
  const area = 'area' in found ? found.area : undefined
  if (role && area && !areasOfRole[role].includes(area.kind))
    mark(
      row,
      `${roleWord(role)}不能设在“${area.name}”这一级 / this role cannot be held in an area of this kind`,
    )
  if (cells.duty.length > 300) mark(row, '职责超过300字 / duty is longer than 300 characters')
  // Shown to the public: a phone number and nothing else.
  if (cells.work_phone !== '' && !/^[+\d][\d\s()（）+\-—/、,，;；转]{2,29}$/.test(cells.work_phone))
    mark(row, '工作电话应为电话号码，最多30位 / the work phone is no phone number')
  const account = accounts.get(cells.login)
  if (!account) throw new Error(`no account was gathered for row ${row.line}`)
  return {
    row,
    id: uuidv7(ctx.now),
    account,
    role,
    area,
    organisationId: organisationOf(row, organisations, mark),
    ...daysOf(ctx, row, mark),
    known: undefined,
  }
}

function organisationOf(
  row: PeopleSheetRow,
  organisations: readonly KnownOrganisation[],
  mark: Mark,
): string | null {
  const word = row.cells.organisation
  if (word === '') return null
  const [only, other] = organisations.filter((each) => each.name === word || each.credit_code === word)
  if (!only) mark(row, `没有登记这个单位：${word} / no such organisation is registered`)
  else if (other)
    mark(row, `叫“${word}”的单位不止一个，请写信用代码 / several have this name, write the credit code`)
  return only?.id ?? null
}

function daysOf(ctx: Context, row: PeopleSheetRow, mark: Mark): { from: string; to: string | null } {
  const { valid_from: given, valid_to: end } = row.cells
  const from = given === '' ? dayIn(ctx.district.timeZone, ctx.now) : dayOfText(given)
  if (!from) mark(row, `任职日期不对：${given}，应如 2026-03-01 / not a date`)
  const to = end === '' ? null : dayOfText(end)
  if (to === undefined) mark(row, `离任日期不对：${end}，应如 2026-03-01 / not a date`)
  if (from && to && to <= from) mark(row, '离任日期应在任职日期之后 / the end must come after the beginning')
  return { from: from ?? '', to: to ?? null }
}
