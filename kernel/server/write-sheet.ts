import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { csvBytes, guarded, workbookText } from './sheet-marks.ts'

/** A number as a number, with how a spreadsheet shows it (`0.0%`). */
export type SheetNumber = { value: number; format?: string }
export type SheetCell = string | SheetNumber | undefined

/**
 * A sheet of our own making: a title line in bold, then the rows. Text is guarded against being read as a formula. CSV is
 * UTF-8 with the mark Excel wants.
 */
export async function writeSheet(
  lines: readonly (readonly SheetCell[])[],
  as: 'csv' | 'xlsx',
): Promise<Buffer> {
  if (as === 'csv')
    return csvBytes(
      lines.map((cells) => cells.map(csvText)),
      ',',
    )
  const data: SheetData = lines.map((cells, line) => cells.map((cell) => workbookCell(cell, line === 0)))
  return writeWorkbook(data).toBuffer()
}

function csvText(cell: SheetCell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return guarded(cell)
  return cell.format?.endsWith('%') ? `${Number((cell.value * 100).toFixed(2))}%` : String(cell.value)
}

function workbookCell(cell: SheetCell, isTitle: boolean) {
  if (cell === undefined || cell === '') return null
  const bold = isTitle ? ({ fontWeight: 'bold' } as const) : {}
  if (typeof cell === 'string') return { value: workbookText(guarded(cell)), type: String, ...bold }
  return { value: cell.value, type: Number, ...(cell.format && { format: cell.format }) }
}

/** What a sheet is called on the wire. */
export const sheetMediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
