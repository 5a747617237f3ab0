import { readSheet as readFirstSheet } from 'read-excel-file/node'
import { SheetRefused, tooLarge, tooManyRows, unreadable } from './sheet-problem.ts'

const LARGEST_UNPACKED = 300 * 1_048_576

/** The first sheet as text, every row in its place (row 1 is index 0); blank cells are ''. */
export async function readWorkbookTable(bytes: Buffer, maxLines: number): Promise<string[][]> {
  refuseBomb(bytes)
  const data = await readRaw(bytes)
  if (data.length > maxLines) throw new SheetRefused(tooManyRows(maxLines - 1))
  return data.map((row) => row.map(cellText))
}

async function readRaw(bytes: Buffer) {
  try {
    // Numbers are kept as the digits in the file: 12-digit codes and ids must not pass through rounding.
    return await readFirstSheet<string>(bytes, { parseNumber: plainNumber, trim: false })
  } catch {
    throw new SheetRefused(unreadable())
  }
}

/** `4.10305E11` is `410305000000`; fractions keep the digits a person typed (0.1 is stored as 0.1 with noise after it). */
export function plainNumber(stored: string): string {
  if (/^-?\d{1,15}$/.test(stored)) return stored
  const value = Number(stored)
  if (!Number.isFinite(value)) return stored
  return Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)))
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'object' ? JSON.stringify(value) : `${value as string | number}`
}

// A date cell of a sheet has no zone; the library gives it as UTC, so it is read back as UTC.
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const text = value.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

/** Adds up the unpacked sizes the archive declares before anything is unpacked. */
function refuseBomb(bytes: Buffer): void {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0 || end + 20 > bytes.length) throw new SheetRefused(unreadable())
  const entries = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  let total = 0
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new SheetRefused(unreadable())
    total += bytes.readUInt32LE(at + 24)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (total > LARGEST_UNPACKED) throw new SheetRefused(tooLarge(LARGEST_UNPACKED))
}
