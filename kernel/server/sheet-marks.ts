import writeWorkbook, { type SheetData } from 'write-excel-file/node'

/** Title of the column we add; readers know it and leave it out, so that a corrected sheet can be sent again as it is. */
export const MARK_TITLE = '错误 / error'

export type MarkedSheet = {
  /** Rows above the header, if the sheet had any. */
  above?: readonly (readonly string[])[]
  /** The header as it came, unknown columns included. */
  columns: readonly string[]
  rows: readonly { line: number; values: readonly string[] }[]
  /** Messages by line. */
  marks: ReadonlyMap<number, readonly string[]>
  as: 'csv' | 'xlsx'
  delimiter?: ',' | ';' | '\t'
}

/**
 * The same sheet with a last column that says what is wrong with each row; rows keep their line numbers.
 * The person's own cells are never altered: it is their sheet, and a quote before "-3" or "+86" would come back as data.
 * Only the cells we write are guarded against being read as formulas (a message may repeat what the cell said).
 * CSV is UTF-8 with the mark Excel wants; in .xlsx every cell is text, which keeps codes whole and runs no formula.
 */
export async function writeMarkedSheet(sheet: MarkedSheet): Promise<Buffer> {
  const lines = markedLines(sheet)
  return sheet.as === 'csv' ? csvBytes(lines, sheet.delimiter ?? ',') : workbookBytes(lines)
}

function markedLines({ above = [], columns, rows, marks }: MarkedSheet): string[][] {
  const lines = above.map((cells) => [...cells])
  lines.push([...columns, MARK_TITLE])
  const sorted = [...rows].sort((one, other) => one.line - other.line)
  for (const { line, values } of sorted) {
    while (lines.length < line - 1) lines.push([])
    const messages = marks.get(line) ?? []
    const own = Array.from({ length: columns.length }, (_, at) => values[at] ?? '')
    lines.push([...own, guarded(messages.join('；'))])
  }
  return lines
}

export const guarded = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

export function csvBytes(lines: readonly (readonly string[])[], delimiter: string): Buffer {
  const text = lines
    .map((cells) => cells.map((cell) => csvCell(cell, delimiter)).join(delimiter))
    .join('\r\n')
  return Buffer.from(`\uFEFF${text}\r\n`, 'utf8')
}

function csvCell(cell: string, delimiter: string): string {
  const plain = !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(cell)
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`
}

async function workbookBytes(lines: readonly (readonly string[])[]): Promise<Buffer> {
  const last = Math.max(...lines.map((cells) => cells.length)) - 1
  const data: SheetData = lines.map((cells) =>
    cells.map((cell, at) => {
      if (cell === '') return null
      const own = { value: workbookText(cell), type: String }
      return at === last ? { ...own, color: '#b3261e' } : own
    }),
  )
  return writeWorkbook(data).toBuffer()
}

/**
 * XML cannot hold most control characters, and a workbook with them does not open, so they are dropped (the writer
 * drops U+FFFD too, which only ever stands for a letter already lost). A carriage
 * return is written as the format's own `_x000D_`, and a text that already looks like that is escaped to stay itself.
 */
export function workbookText(text: string): string {
  // The writer keeps its texts by name in a plain object, where "valueOf" or "__proto__" would not be itself.
  if (text in {}) return `_x${text.charCodeAt(0).toString(16).padStart(4, '0')}_${text.slice(1)}`
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
      .replaceAll('\r', '_x000D_')
  )
}
