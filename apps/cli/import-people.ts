import { open as openFile, rm } from 'node:fs/promises'
import writeWorkbook from 'write-excel-file/node'
import { csvLine, csvMark } from '#kernel/server/backup/csv.ts'
import {
  checkPeopleRows,
  importPeople,
  type MadePassword,
  peopleColumns,
} from '#modules/people/server/door.ts'
import { freeName } from './free-name.ts'
import { besideOf, readOwnSheet, refuseMarked } from './import-sheet.ts'
import { inDistrict } from './in-district.ts'
import type { Printer } from './print.ts'

/** People with their posts; passwords made here go to a sheet only the owner can read, before anything is committed. */
export async function importPeopleFile(file: string, district: string | undefined, print: Printer) {
  const sheet = await readOwnSheet(file, peopleColumns, print)
  const began = performance.now()
  let passwords: string | undefined
  try {
    const totals = await inDistrict(district, print, async (ctx) => {
      const checked = await checkPeopleRows(ctx, sheet.rows)
      await refuseMarked(file, sheet, checked.marks, print)
      const told = (hashed: number): void => {
        if (hashed % 200 === 0) print.line(`  账号 ${hashed} / ${checked.accounts.length}`)
      }
      const { made, ...added } = await importPeople(ctx, checked, told)
      if (made.length > 0)
        passwords = await writePasswords(besideOf(file, 'passwords', sheet.as), made, sheet.as)
      return { ...added, unchanged: checked.unchanged, made: made.length }
    })
    const seconds = Math.round((performance.now() - began) / 100) / 10
    print.line(
      `✓ 新账号 ${totals.accounts}，新任岗 ${totals.posts}，已有 ${totals.unchanged}，${seconds} 秒 / accounts, posts, unchanged, seconds`,
    )
    if (passwords) {
      print.line(
        `  ${totals.made} 个初始密码在 ${passwords}，只有您能打开；发给本人后请删掉 / first passwords are there: hand them over, then delete it`,
      )
    }
    return { ...totals, ...(passwords && { passwords }), seconds }
  } catch (error) {
    // Nothing was committed, so these passwords open nothing.
    if (passwords) await rm(passwords, { force: true })
    throw error
  }
}

const titles = ['姓名 / name', '登录名 / login', '初始密码 / password']

/** An earlier sheet is never written over. @returns where it is, on disk and readable by its owner only. */
async function writePasswords(
  wanted: string,
  made: readonly MadePassword[],
  as: 'csv' | 'xlsx',
): Promise<string> {
  const target = await freeName(wanted)
  const file = await openFile(target, 'wx', 0o600)
  try {
    await file.writeFile(await sheetOf(made, as))
    await file.sync()
  } finally {
    await file.close()
  }
  return target
}

async function sheetOf(made: readonly MadePassword[], as: 'csv' | 'xlsx'): Promise<Buffer> {
  const lines = [titles, ...made.map(({ name, login, password }) => [name, login, password])]
  if (as === 'csv') return Buffer.from(csvMark + lines.map(csvLine).join(''))
  return writeWorkbook(lines.map((cells) => cells.map((value) => ({ value, type: String })))).toBuffer()
}
