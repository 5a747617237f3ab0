import { mkdir, open as openFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { cursorOf } from '#kernel/server/backup/cursor.ts'
import { csvLine, csvMark, type CsvValue } from '#kernel/server/backup/csv.ts'
import type { District } from '#kernel/server/districts.ts'
import { readSettings } from '#kernel/server/env.ts'
import { runAs } from '#kernel/server/ground.ts'
import { inTransaction, type Sending } from '#kernel/server/transaction.ts'
import { open, type Opened } from '../server/open.ts'
import { type ExportSheet, exportSheets } from './export-sheets.ts'
import { freeName } from './free-name.ts'
import { optionsOf, Refused, WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'
import { staySmall } from './small-memory.ts'

/** `yige export`: the district's own data as CSV for people; no personal data of residents leaves the system. */
export async function exportCommand(words: string[], print: Printer): Promise<Record<string, unknown>> {
  const { plain, options } = optionsOf(words, ['district', 'out'])
  if (plain.length > 0) throw new WrongUse('export [--district ID] [--out DIR]')
  staySmall()
  const opened = await open(readSettings(), print.line, { migrate: true, queue: false })
  try {
    const districts = await chosen(opened, options.get('district'))
    const today = new Date().toISOString().slice(0, 10)
    const out = options.get('out')
    const folder = out ? path.resolve(out) : await freeName(path.resolve(`yige-export-${today}`))
    const rows: Record<string, Record<string, number>> = {}
    for (const district of districts) {
      rows[district.id] = await exportDistrict(
        opened,
        district,
        path.join(folder, String(district.id)),
        print,
      )
    }
    print.line(`✓ ${folder}`)
    print.line('  不含居民的姓名、电话、原话和查询码 / no names, phones, words or query codes of residents')
    return { folder, rows }
  } finally {
    await opened.close()
  }
}

async function chosen(opened: Opened, id: string | undefined): Promise<District[]> {
  const all = await opened.ground.districts.all()
  const districts = id ? all.filter((district) => district.id === Number(id)) : all
  if (districts.length > 0) return districts
  throw new Refused(id ? `没有这个区 / no such district: ${id}` : '还没有区 / there is no district yet')
}

async function exportDistrict(opened: Opened, district: District, folder: string, print: Printer) {
  const { ground } = opened
  await mkdir(folder, { recursive: true })
  // On record before the first row leaves, so that a copy never exists without its entry.
  await runAs(ground, { district }, async (ctx) =>
    ctx.audit('district.exported', String(district.id), { sheets: exportSheets.map(({ name }) => name) }),
  )
  const counts: Record<string, number> = {}
  await inTransaction(ground.pool, 'read', async (sending) => {
    for (const sheet of exportSheets) {
      const target = path.join(folder, `${sheet.name}.csv`)
      counts[sheet.name] = await writeSheet(sending, { sheet, district, target }, print)
      print.line(`  ${district.name} ${sheet.name}.csv ${counts[sheet.name]}`)
    }
  })
  return counts
}

type One = { sheet: ExportSheet; district: District; target: string }

/** Row by row into `.part`, renamed when whole. @returns the number of rows. */
async function writeSheet({ client }: Sending, one: One, print: Printer): Promise<number> {
  const { sheet, district, target } = one
  const part = `${target}.part`
  const file = await openFile(part, 'w', 0o640)
  let count = 0
  try {
    await file.writeFile(csvMark + csvLine(sheet.columns))
    // Columns may bear the same name in the database, so rows come as lists.
    const text = `select json_build_array(${letters(sheet)}) as cells from (${sheet.text(district.id, district.timeZone)}) as r (${letters(sheet)})`
    for await (const rows of cursorOf<{ cells: CsvValue[] }>(client, text)) {
      await file.writeFile(rows.map(({ cells }) => csvLine(cells)).join(''))
      count += rows.length
      if (count % 50_000 < rows.length) print.line(`  ${sheet.name} ${count}`)
    }
    await file.sync()
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await file.close()
  }
  await rename(part, target)
  return count
}

const letters = ({ columns }: ExportSheet): string => columns.map((_, at) => `c${at}`).join(', ')
