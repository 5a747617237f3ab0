import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Context } from '#kernel/server/context.ts'
import { readSettings } from '#kernel/server/env.ts'
import { runAsSystem } from '#kernel/server/ground.ts'
import { readSheet, writeMarkedSheet } from '#kernel/server/sheet.ts'
import { openDistrict } from '#modules/matters/server/door.ts'
import { areaColumns, checkAreaRows, importAreas } from '#modules/places/server/door.ts'
import { open, type Opened } from '../server/open.ts'
import { optionsOf, Refused, WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'

/** `yige import areas FILE`: all rows are checked first; a bad file changes nothing and comes back with an error column. */
export async function importCommand(words: string[], print: Printer): Promise<Record<string, unknown>> {
  const { plain, options } = optionsOf(words, ['host'])
  const [what, file, ...more] = plain
  if (what !== 'areas' || !file || more.length > 0) throw new WrongUse('import areas FILE [--host NAME]')
  const rows = await checkedRows(file, print)
  const opened = await open(readSettings(), print.line, { migrate: true, queue: false })
  try {
    return await importAll(opened, rows, options.get('host'), print)
  } finally {
    await opened.close()
  }
}

type Rows = ReturnType<typeof checkAreaRows>['checked']

async function checkedRows(file: string, print: Printer): Promise<Rows> {
  const sheet = await readSheet(file, { fileName: path.basename(file), columns: areaColumns }).catch(
    (error) => {
      throw new Refused(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    },
  )
  const [problem] = sheet.problems
  if (problem) throw new Refused(`${problem.zh} / ${problem.en}`, { problems: sheet.problems })
  const { checked, marks } = checkAreaRows(sheet.rows)
  print.line(`读到 ${sheet.rows.length} 行 / rows read`)
  if (marks.size === 0) return checked
  const marked = markedName(file, sheet.as)
  await writeFile(marked, await writeMarkedSheet({ ...sheet, marks }))
  const errors = [...marks].map(([line, messages]) => ({ line, messages }))
  for (const { line, messages } of errors.slice(0, 20))
    print.line(`  第 ${line} 行 / row ${line}: ${messages.join('; ')}`)
  if (errors.length > 20) print.line(`  …… 共 ${errors.length} 行 / rows in all`)
  throw new Refused(
    `${errors.length} 行有错，什么都没有导入。标好错误的表：${marked} / ${errors.length} rows are wrong, nothing was imported; see the marked sheet`,
    { errors, marked },
  )
}

/** Beside the person's own file, never over it. */
function markedName(file: string, as: 'csv' | 'xlsx'): string {
  const name = path.basename(file).replace(/(\.csv)?\.gz$|\.[^.]+$/i, '')
  return path.resolve(`${name}.errors.${as}`)
}

async function importAll(opened: Opened, rows: Rows, host: string | undefined, print: Printer) {
  const byDistrict = Map.groupBy(rows, (row) => Number(row.code.slice(0, 6)))
  const totals = { districts: byDistrict.size, added: 0, unchanged: 0 }
  const began = performance.now()
  // One transaction for the whole file: another district's failure leaves nothing half done.
  await runAsSystem(opened.ground, async (inDistrict) => {
    for (const [id, own] of byDistrict) {
      const root = own.find((row) => row.area.kind === 'district')
      if (!root) throw new Refused(`${id}: 表中没有这个区本身 / the sheet has no row for the district itself`)
      await inDistrict(
        { id, name: root.area.name, hosts: hostsOf(id, byDistrict.size === 1 ? host : undefined) },
        async (ctx: Context) => {
          const outcome = await importAreas(ctx, own)
          await openDistrict(ctx)
          totals.added += outcome.added
          totals.unchanged += outcome.unchanged
        },
      )
    }
  })
  const seconds = Math.round((performance.now() - began) / 100) / 10
  print.line(
    `✓ ${totals.districts} 个区，新增 ${totals.added}，已有 ${totals.unchanged}，${seconds} 秒 / districts, added, unchanged, seconds`,
  )
  if (totals.districts === 1)
    print.line(`  网址 / address: http://${hostsOf([...byDistrict.keys()][0] ?? 0, host)[0]}:PORT/`)
  return { ...totals, seconds }
}

const hostsOf = (id: number, host: string | undefined): string[] => [
  ...(host ? [host] : []),
  `${id}.localhost`,
]
