import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import type { SheetRow } from '#kernel/server/sheet.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { findNamedAreas } from '#modules/places/server/door.ts'
import type { Organisation } from '../contract.ts'
import { isCreditCode } from './credit-code.ts'
import { insertOrganisations, type KnownOrganisation, listKnown } from './import-queries.ts'
import { formFits } from './forms.ts'
import { formOfWord, kindOfWord } from './organisation-words.ts'
import { writeVersions } from './queries.ts'

/** The columns a sheet of organisations may have; the header may be Chinese or English. */
export const organisationColumns = [
  { key: 'kind', titles: ['类别', 'kind', '类型', '单位类别'], required: true },
  { key: 'name', titles: ['名称', 'name', '单位名称', '单位'], required: true },
  { key: 'area', titles: ['所在区域', 'area', '区域', '所属区域', '区划代码'], required: true },
  { key: 'parent', titles: ['上级单位', 'parent', '上级'] },
  { key: 'credit_code', titles: ['统一社会信用代码', 'credit_code', 'credit code', '信用代码'] },
  { key: 'work_phone', titles: ['工作电话', 'work_phone', 'work phone', '联系电话', '电话'] },
  { key: 'form', titles: ['细类', 'form', '形式'] },
  { key: 'since', titles: ['成立日期', 'since', 'valid_from', '成立时间'] },
] as const
export type OrganisationSheetRow = SheetRow<(typeof organisationColumns)[number]['key']>

type Wanted = {
  row: OrganisationSheetRow
  id: string
  kind: Organisation['kind'] | undefined
  form: Organisation['form']
  areaId: number | undefined
  parentId: string | null
  known: KnownOrganisation | undefined
}
type CheckedOrganisations = { fresh: Wanted[]; unchanged: number; marks: Map<number, string[]> }
type Mark = (row: OrganisationSheetRow, text: string) => void

/** Checks every row, against the sheet and the database, before anything is written. `marks` says by line what is wrong. */
export async function checkOrganisationRows(
  ctx: Context,
  rows: readonly OrganisationSheetRow[],
): Promise<CheckedOrganisations> {
  const marks = new Map<number, string[]>()
  const mark: Mark = (row, text) => void marks.set(row.line, [...(marks.get(row.line) ?? []), text])
  const areaOf = await findNamedAreas(
    ctx,
    rows.map((row) => row.cells.area),
  )
  const known = await ctx.db.rows(listKnown, [ctx.district.id])
  const byHome = new Map(known.map((each) => [`${each.home_area_id} ${each.name}`, each]))
  const wanted = rows.map((row): Wanted => {
    const kind = checkCells(row, (text) => mark(row, text))
    const form = checkMore(row, { kind, today: dayIn(ctx.district.timeZone, ctx.now) }, mark)
    const found = areaOf(row.cells.area)
    if ('wrong' in found) mark(row, found.wrong)
    const areaId = 'area' in found ? found.area.id : undefined
    const there = byHome.get(`${areaId} ${row.cells.name}`)
    return { row, id: there?.id ?? uuidv7(ctx.now), kind, form, areaId, parentId: null, known: there }
  })
  markRepeats(wanted, known, mark)
  linkParents(wanted, known, mark)
  markChanged(wanted, mark)
  const fresh = parentsFirst(
    wanted.filter((each) => !each.known),
    mark,
  )
  return { fresh, unchanged: wanted.length - fresh.length, marks }
}

function checkCells({ cells }: OrganisationSheetRow, mark: (text: string) => void) {
  const kind = kindOfWord(cells.kind)
  if (!kind) mark(`类别不认识：${cells.kind} / unknown kind`)
  if (cells.name === '') mark('名称不能为空 / name is missing')
  if (cells.name.length > 80) mark('名称超过80字 / name is longer than 80 characters')
  if (cells.credit_code !== '' && !isCreditCode(cells.credit_code))
    mark('统一社会信用代码不对，请核对18位 / the credit code is not right')
  if (cells.work_phone !== '' && !/^[+\d][\d\s()（）+\-—/、,，;；转]{2,29}$/.test(cells.work_phone))
    mark('工作电话应为电话号码，最多30位 / the work phone is no phone number')
  return kind
}

/** The form goes with the kind; the day it was set up has been. */
function checkMore(
  row: OrganisationSheetRow,
  { kind, today }: { kind: Organisation['kind'] | undefined; today: string },
  mark: Mark,
): Organisation['form'] {
  const { form: word, since } = row.cells
  const form = word === '' ? undefined : formOfWord(word)
  if (word !== '' && !form) mark(row, `细类不认识：${word} / unknown form`)
  else if (form && kind && !formFits(kind, form))
    mark(row, `细类“${word}”不属于这个类别 / form and kind differ`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(since) && !Number.isNaN(Date.parse(since))
  if (since !== '' && (!isDay || since > today))
    mark(row, '成立日期应为 2026-01-31 这样的日期，不能晚于今天 / not a day, or later than today')
  return form
}

/** One name in one area, one credit code in the district: in the sheet, and with those registered. */
function markRepeats(wanted: readonly Wanted[], known: readonly KnownOrganisation[], mark: Mark): void {
  const lineOfName = new Map<string, number>()
  const lineOfCode = new Map<string, number>()
  const ownerOfCode = new Map(known.map((each) => [each.credit_code, each]))
  for (const each of wanted) {
    const { row, areaId, id } = each
    const named = `${areaId} ${row.cells.name}`
    const sameName = lineOfName.get(named)
    if (sameName && areaId) mark(row, `与第${sameName}行同区域同名 / same name and area as row ${sameName}`)
    else lineOfName.set(named, row.line)
    const code = row.cells.credit_code
    if (code === '') continue
    const sameCode = lineOfCode.get(code)
    if (sameCode) mark(row, `信用代码与第${sameCode}行重复 / same credit code as row ${sameCode}`)
    else lineOfCode.set(code, row.line)
    const owner = ownerOfCode.get(code)
    if (owner && owner.id !== id)
      mark(row, `信用代码已由“${owner.name}”使用 / “${owner.name}” has this credit code`)
  }
}

/** The one above by its name or credit code: in this sheet or registered. */
function linkParents(wanted: readonly Wanted[], known: readonly KnownOrganisation[], mark: Mark): void {
  const byWord = new Map<string, Set<string>>()
  const add = (word: string | null, id: string): void => {
    if (word) byWord.set(word, (byWord.get(word) ?? new Set()).add(id))
  }
  for (const { id, name, credit_code: code } of known) for (const word of [name, code]) add(word, id)
  for (const { id, row } of wanted) for (const word of [row.cells.name, row.cells.credit_code]) add(word, id)
  for (const each of wanted) {
    const word = each.row.cells.parent
    if (word === '') continue
    const [only, other] = byWord.get(word) ?? []
    if (!only) mark(each.row, `没有这个上级单位：${word} / no such organisation above`)
    else if (other)
      mark(each.row, `叫“${word}”的不止一个，请写信用代码 / several have this name, write the credit code`)
    else if (only === each.id) mark(each.row, '上级不能是自己 / cannot belong to itself')
    else each.parentId = only
  }
}

/** A sheet adds; what is registered differently is told, never changed silently. */
function markChanged(wanted: readonly Wanted[], mark: Mark): void {
  for (const { row, kind, form, parentId, known } of wanted) {
    if (!known) continue
    const pairs = [
      ['类别 / kind', kind, known.kind],
      ['细类 / form', form ?? known.form, known.form],
      ['上级单位 / parent', parentId, known.parent_id],
      ['信用代码 / credit code', row.cells.credit_code, known.credit_code ?? ''],
      ['工作电话 / work phone', row.cells.work_phone, known.work_phone ?? ''],
    ] as const
    const other = pairs.filter(([, given, kept]) => given !== kept).map(([title]) => title)
    if (other.length > 0)
      mark(row, `已登记过，但内容不同：${other.join('、')} / is registered with other details`)
  }
}

function parentsFirst(fresh: readonly Wanted[], mark: Mark): Wanted[] {
  const waiting = new Map(fresh.map((each) => [each.id, each]))
  const ordered: Wanted[] = []
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ parentId }) => !parentId || !waiting.has(parentId))
    if (ready.length === 0) {
      for (const { row } of waiting.values())
        mark(row, '上级单位互相循环 / organisations belong to each other')
      break
    }
    for (const each of ready) waiting.delete(each.id)
    ordered.push(...ready)
  }
  return ordered
}

const rowsAtOnce = 2_000

/** Writes checked rows in the caller's transaction. @returns how many were added. */
export async function importOrganisations(
  ctx: Context,
  { fresh }: CheckedOrganisations,
  told: (written: number) => void = () => undefined,
): Promise<number> {
  const validFrom = dayIn(ctx.district.timeZone, ctx.now)
  for (let from = 0; from < fresh.length; from += rowsAtOnce) {
    const rows = fresh.slice(from, from + rowsAtOnce).map(({ row, id, kind, form, areaId, parentId }) => ({
      id,
      kind,
      form: form ?? null,
      name: row.cells.name,
      home_area_id: areaId,
      parent_id: parentId,
      credit_code: row.cells.credit_code || null,
      work_phone: row.cells.work_phone || null,
      valid_from: row.cells.since || null,
    }))
    await ctx.db.rows(insertOrganisations, [ctx.district.id, validFrom, JSON.stringify(rows)])
    await ctx.db.rows(writeVersions, [ctx.district.id, rows.map(({ id }) => id), null])
    told(from + rows.length)
  }
  if (fresh.length > 0) ctx.audit('organisations.imported', String(ctx.district.id), { added: fresh.length })
  return fresh.length
}
