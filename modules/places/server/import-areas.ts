import type { Context } from '#kernel/server/context.ts'
import type { SheetRow } from '#kernel/server/sheet.ts'
import { type AreaKind, areaKinds } from '../contract.ts'
import { insertPlaced, type NewArea, place, type PlacedArea, reserveNumbers } from './add-areas.ts'
import { listCodes } from './queries.ts'
import { isFiner } from './reach.ts'

/** The columns an area sheet may have; the header may be Chinese or English. */
export const areaColumns = [
  { key: 'code', titles: ['code', '区划代码', '代码'], required: true },
  { key: 'parent_code', titles: ['parent_code', '上级代码', '上级区划代码'], required: true },
  { key: 'kind', titles: ['kind', '类型', '层级'], required: true },
  { key: 'name', titles: ['name', '名称'], required: true },
  { key: 'community_type', titles: ['community_type', '社区类型'] },
] as const
type Key = (typeof areaColumns)[number]['key']
export type AreaSheetRow = SheetRow<Key>

const kindWords: Record<string, AreaKind> = {
  district: 'district',
  区: 'district',
  县: 'district',
  区县: 'district',
  street: 'street',
  街道: 'street',
  乡镇: 'street',
  镇: 'street',
  乡: 'street',
  community: 'community',
  社区: 'community',
  村: 'community',
}
const typeWords: Record<string, string> = {
  old: 'old',
  老旧: 'old',
  commercial: 'commercial',
  商品房: 'commercial',
  work_unit: 'work_unit',
  单位型: 'work_unit',
  village_turned: 'village_turned',
  村改居: 'village_turned',
}

export type Checked = { row: AreaSheetRow; code: string; parentCode: string; area: NewArea }

/**
 * Checks every row before anything is written: `marks` says by line number what is wrong, in both languages.
 * Rows come back parents first, districts (the roots) at the front.
 */
export function checkAreaRows(rows: readonly AreaSheetRow[]): {
  checked: Checked[]
  marks: Map<number, string[]>
} {
  const marks = new Map<number, string[]>()
  const mark = (row: AreaSheetRow, text: string): void =>
    void marks.set(row.line, [...(marks.get(row.line) ?? []), text])
  const checked = rows.map((row) => checkRow(row, (text) => mark(row, text)))
  markRepeats(checked, mark)
  markParents(checked, mark)
  const order = (each: Checked): number => areaKinds.indexOf(each.area.kind)
  return { checked: checked.toSorted((a, b) => order(a) - order(b) || a.row.line - b.row.line), marks }
}

function checkRow(row: AreaSheetRow, mark: (text: string) => void): Checked {
  const { code, parent_code: parentCode, kind: kindWord, name, community_type: typeWord } = row.cells
  const kind = kindWords[kindWord.toLowerCase()]
  if (!/^\d{12}$/.test(code)) mark('代码应为12位数字 / code must have 12 digits')
  if (!kind) mark(`类型不认识：${kindWord} / unknown kind`)
  if (name === '') mark('名称不能为空 / name is missing')
  if (name.length > 80) mark('名称超过80字 / name is longer than 80 characters')
  if (kind === 'district' && parentCode !== '') mark('区没有上级 / a district has no parent')
  if (kind && kind !== 'district' && parentCode === '') mark('缺少上级代码 / parent code is missing')
  if (kind && kind !== 'district' && code.slice(0, 6) !== parentCode.slice(0, 6) && parentCode !== '') {
    mark('代码与上级不属于同一个区 / code and parent code belong to different districts')
  }
  if (typeWord && !typeWords[typeWord]) mark(`社区类型不认识：${typeWord} / unknown community type`)
  const communityType = kind === 'community' ? typeWords[typeWord] : undefined
  return { row, code, parentCode, area: { kind: kind ?? 'community', name, code, communityType } }
}

type Mark = (row: AreaSheetRow, text: string) => void

function markRepeats(checked: readonly Checked[], mark: Mark): void {
  const firstByCode = new Map<string, number>()
  const firstByName = new Map<string, number>()
  for (const { row, code, parentCode, area } of checked) {
    const sameCode = firstByCode.get(code)
    if (sameCode) mark(row, `代码与第${sameCode}行重复 / same code as row ${sameCode}`)
    else firstByCode.set(code, row.line)
    const named = `${parentCode} ${area.kind} ${area.name}`
    const sameName = firstByName.get(named)
    if (sameName && area.name)
      mark(row, `与第${sameName}行同名同上级 / same name and parent as row ${sameName}`)
    else firstByName.set(named, row.line)
  }
}

function markParents(checked: readonly Checked[], mark: Mark): void {
  const byCode = new Map(checked.map((each) => [each.code, each]))
  for (const { row, parentCode, area } of checked) {
    if (area.kind === 'district' || parentCode === '') continue
    const parent = byCode.get(parentCode)
    if (!parent) mark(row, `表中没有上级 ${parentCode} / parent ${parentCode} is not in the sheet`)
    else if (!isFiner(area.kind, parent.area.kind))
      mark(row, '层级颠倒：上级应更高 / the parent must be of a wider kind')
  }
}

export type ImportOutcome = { added: number; unchanged: number }

const rowsAtOnce = 4_000

/**
 * Adds the areas of one district; those whose code is already there stay as they are. Runs in the caller's transaction.
 * `rows` are checked and in order (parents first). `told` hears every few thousand how many are written.
 */
export async function importAreas(
  ctx: Context,
  rows: readonly Checked[],
  told: (written: number) => void = () => undefined,
): Promise<ImportOutcome> {
  const known = new Map<string, PlacedArea | KnownArea>()
  for (const row of await ctx.db.rows(listCodes, [ctx.district.id])) known.set(row.code, row)
  const fresh = rows.filter(({ code }) => !known.has(code))
  let next = fresh.length > 0 ? await reserveNumbers(ctx, fresh.length) : 0
  const placed: PlacedArea[] = []
  for (const { code, parentCode, area } of fresh) {
    const made = place(ctx, next, area, known.get(parentCode))
    known.set(code, made)
    placed.push(made)
    next += 1
  }
  for (let from = 0; from < placed.length; from += rowsAtOnce) {
    await insertPlaced(ctx, placed.slice(from, from + rowsAtOnce))
    told(Math.min(from + rowsAtOnce, placed.length))
  }
  if (placed.length > 0) ctx.audit('places.areas-imported', String(ctx.district.id), { added: placed.length })
  return { added: placed.length, unchanged: rows.length - fresh.length }
}

type KnownArea = Pick<PlacedArea, 'id' | 'path' | 'street_id' | 'community_id' | 'grid_id'>
