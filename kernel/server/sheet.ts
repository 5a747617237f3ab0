import { readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { MARK_TITLE } from './sheet-marks.ts'
import {
  duplicateColumn,
  emptySheet,
  missingColumn,
  type SheetProblem,
  SheetRefused,
  tooLarge,
  tooManyRows,
  unreadable,
  unsupported,
} from './sheet-problem.ts'
import { readTextTable } from './sheet-text.ts'
import { readWorkbookTable } from './sheet-workbook.ts'

export { writeMarkedSheet } from './sheet-marks.ts'
export type { SheetProblem } from './sheet-problem.ts'

export type SheetColumn<Key extends string = string> = {
  key: Key
  /** Accepted header names, Chinese and English; the first one is used in messages. */
  titles: readonly string[]
  required?: boolean
}

export type SheetRow<Key extends string = string> = {
  /** 1-based row as a spreadsheet shows it. */
  line: number
  /** Trimmed text by column key; '' where the cell or the column is not there. */
  cells: Record<Key, string>
  /** Every cell of the row as it came, for writeMarkedSheet. */
  values: string[]
}

export type SheetResult<Key extends string = string> = {
  rows: SheetRow<Key>[]
  /** Not empty means nothing was read: `rows` is empty then. */
  problems: SheetProblem[]
  /** Rows above the header (a printed title), the header as it came, and how to write the sheet back. */
  above: string[][]
  columns: string[]
  as: 'csv' | 'xlsx'
  delimiter: ',' | ';' | '\t'
}

export type SheetOptions<Key extends string = string> = {
  fileName: string
  columns: readonly SheetColumn<Key>[]
  /** Data rows; 100,000 unless told. */
  maxRows?: number
  /** Of the file, and for a packed CSV also of what it holds; 50 MB unless told. */
  maxBytes?: number
}

type Table = { lines: string[][]; as: 'csv' | 'xlsx'; delimiter: ',' | ';' | '\t' }

const HEADER_WITHIN = 5
const unzip = promisify(gunzip)

/**
 * Reads .csv, .tsv, .txt, .csv.gz or .xlsx (its first sheet) with all values as text.
 * What is wrong with the sheet as a whole comes back in `problems` in both languages; only a failing disk throws.
 */
export async function readSheet<Key extends string>(
  source: string | Buffer,
  options: SheetOptions<Key>,
): Promise<SheetResult<Key>> {
  try {
    const table = await readTable(await bytesOf(source, options), options)
    return shape(table, options)
  } catch (error) {
    if (error instanceof SheetRefused) return refused([error.problem])
    throw error
  }
}

const refused = <Key extends string>(problems: SheetProblem[]): SheetResult<Key> => ({
  rows: [],
  problems,
  above: [],
  columns: [],
  as: 'csv',
  delimiter: ',',
})

const DEFAULT_MAX_BYTES = 50 * 1_048_576
const DEFAULT_MAX_ROWS = 100_000

async function bytesOf(
  source: string | Buffer,
  { maxBytes = DEFAULT_MAX_BYTES }: SheetOptions,
): Promise<Buffer> {
  const size = typeof source === 'string' ? (await stat(source)).size : source.length
  if (size > maxBytes) throw new SheetRefused(tooLarge(maxBytes))
  return typeof source === 'string' ? readFile(source) : source
}

async function readTable(bytes: Buffer, options: SheetOptions): Promise<Table> {
  const maxLines = (options.maxRows ?? DEFAULT_MAX_ROWS) + HEADER_WITHIN
  // The first bytes decide, not the name: people rename files.
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    return { lines: await readWorkbookTable(bytes, maxLines), as: 'xlsx', delimiter: ',' }
  }
  const packed = startsWith(bytes, 0x1f, 0x8b)
  const name = options.fileName.toLowerCase()
  const isText = /\.(csv|tsv|txt)(\.gz)?$/.test(name)
  const oldWorkbook = startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)
  if (oldWorkbook || !isText) throw new SheetRefused(name.endsWith('.xlsx') ? unreadable() : unsupported())
  const text = packed ? await unpack(bytes, options.maxBytes ?? DEFAULT_MAX_BYTES) : bytes
  return { ...(await readTextTable(text, maxLines)), as: 'csv' }
}

const startsWith = (bytes: Buffer, ...wanted: number[]) => wanted.every((byte, at) => bytes[at] === byte)

async function unpack(bytes: Buffer, maxBytes: number): Promise<Buffer> {
  try {
    return await unzip(bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new SheetRefused(tooLong ? tooLarge(maxBytes) : unreadable())
  }
}

function shape<Key extends string>(table: Table, options: SheetOptions<Key>): SheetResult<Key> {
  const { columns, maxRows = DEFAULT_MAX_ROWS } = options
  const headerAt = findHeader(table.lines, columns)
  const header = table.lines[headerAt]
  if (!header) return refused([emptySheet()])
  const ownMark = header.findIndex((title) => normal(title) === normal(MARK_TITLE))
  const keep = (cells: readonly string[]) => cells.filter((_, at) => at !== ownMark)
  const titles = keep(header)
  const { places, problems } = placeColumns(titles, columns, headerAt + 1)
  if (problems.length > 0) return refused(problems)

  const rows: SheetRow<Key>[] = []
  for (let at = headerAt + 1; at < table.lines.length; at += 1) {
    const values = keep(table.lines[at] ?? [])
    if (values.every((value) => value.trim() === '')) continue
    rows.push({ line: at + 1, cells: pick(values, places), values })
  }
  if (rows.length > maxRows) return refused([tooManyRows(maxRows)])
  const above = table.lines.slice(0, headerAt)
  return { rows, problems: [], above, columns: titles, as: table.as, delimiter: table.delimiter }
}

// Case, width, spaces and the star of a required column make no difference to a person.
const normal = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*]|\(必填\)/g, '')

/** The row among the first few that names most columns; the first row that is not blank when none does. */
function findHeader(lines: readonly string[][], columns: readonly SheetColumn[]): number {
  const wanted = new Set(columns.flatMap((column) => column.titles.map(normal)))
  let best = -1
  let most = 0
  for (let at = 0; at < Math.min(lines.length, HEADER_WITHIN); at += 1) {
    const known = (lines[at] ?? []).filter((title) => wanted.has(normal(title))).length
    if (known > most) [best, most] = [at, known]
  }
  return best >= 0 ? best : lines.findIndex((cells) => cells.some((cell) => cell.trim() !== ''))
}

function placeColumns<Key extends string>(
  titles: readonly string[],
  columns: readonly SheetColumn<Key>[],
  line: number,
) {
  const problems: SheetProblem[] = []
  const places: [Key, number][] = []
  for (const column of columns) {
    const accepted = new Set(column.titles.map(normal))
    const found = titles.flatMap((title, at) => (accepted.has(normal(title)) ? [at] : []))
    const [first, second] = found
    if (first === undefined && column.required) problems.push(missingColumn(column.titles, line))
    if (first !== undefined && second !== undefined) {
      problems.push(duplicateColumn((titles[first] ?? '').trim(), (titles[second] ?? '').trim(), line))
    }
    places.push([column.key, first ?? -1])
  }
  return { places, problems }
}

function pick<Key extends string>(
  values: readonly string[],
  places: readonly [Key, number][],
): Record<Key, string> {
  const cells: Partial<Record<Key, string>> = {}
  for (const [key, at] of places) cells[key] = (values[at] ?? '').trim()
  return cells as Record<Key, string>
}
