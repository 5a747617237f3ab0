import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readSheet, type SheetColumn, type SheetResult, writeMarkedSheet } from '#kernel/server/sheet.ts'
import { Refused } from './outcome.ts'
import type { Printer } from './print.ts'

/** Reads a sheet of the person. @throws Refused when it cannot be taken as a whole. */
export async function readOwnSheet<Key extends string>(
  file: string,
  columns: readonly SheetColumn<Key>[],
  print: Printer,
): Promise<SheetResult<Key>> {
  const sheet = await readSheet(file, { fileName: path.basename(file), columns }).catch((error) => {
    throw new Refused(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  })
  const [problem] = sheet.problems
  if (problem) throw new Refused(`${problem.zh} / ${problem.en}`, { problems: sheet.problems })
  print.line(`读到 ${sheet.rows.length} 行 / rows read`)
  return sheet
}

/** Does nothing without marks; else gives the sheet back with its errors. @throws Refused */
export async function refuseMarked(
  file: string,
  sheet: SheetResult,
  marks: ReadonlyMap<number, readonly string[]>,
  print: Printer,
): Promise<void> {
  if (marks.size === 0) return
  const marked = besideOf(file, 'errors', sheet.as)
  // A sheet of people may hold their first passwords.
  await writeFile(marked, await writeMarkedSheet({ ...sheet, marks }), { mode: 0o600 })
  const errors = [...marks].map(([line, messages]) => ({ line, messages })).sort((a, b) => a.line - b.line)
  for (const { line, messages } of errors.slice(0, 20))
    print.line(`  第 ${line} 行 / row ${line}: ${messages.join('; ')}`)
  if (errors.length > 20) print.line(`  …… 共 ${errors.length} 行 / rows in all`)
  throw new Refused(
    `${errors.length} 行有错，什么都没有导入。标好错误的表：${marked} / ${errors.length} rows are wrong, nothing was imported; see the marked sheet`,
    { errors, marked },
  )
}

/** In the folder the command runs in, named after the person's own file, never over it. */
export function besideOf(file: string, what: string, as: 'csv' | 'xlsx'): string {
  const name = path.basename(file).replace(/(\.csv)?\.gz$|\.[^.]+$/i, '')
  return path.resolve(`${name}.${what}.${as}`)
}
