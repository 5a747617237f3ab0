import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { csvLine, csvMark } from './backup/csv.ts'

/** As a spreadsheet shows it; texts stay texts, also where they look like a formula or a number. */
export type SheetRows = AsyncIterable<readonly (string | number)[]>

export const sheetMediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A sheet made while it is sent, however many rows it has: nothing of it is held but the row in hand. */
export async function* sheetStream(as: 'csv' | 'xlsx', rows: SheetRows): AsyncGenerator<string | Uint8Array> {
  if (as === 'xlsx') return yield* workbook(rows)
  yield csvMark
  for await (const row of rows) yield csvLine(row)
}

/** What Excel opens has no more. */
export const mostWorkbookRows = 1_048_576

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const parts: readonly [string, string][] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ],
]

async function* workbook(rows: SheetRows): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = []
  let at = 0
  for (const [name, text] of parts) {
    const whole = once(`${xml}${text}`)
    at += yield* packed(name, whole, at, entries)
  }
  at += yield* packed('xl/worksheets/sheet1.xml', sheetXml(rows), at, entries)
  yield directory(entries, at)
}

async function* once(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

async function* sheetXml(rows: SheetRows): AsyncGenerator<Buffer> {
  yield Buffer.from(`${xml}<worksheet xmlns="${main}"><sheetData>`)
  let lines = 0
  for await (const row of rows) {
    lines += 1
    if (lines > mostWorkbookRows) break
    const cells = row.map((value, column) => cell(value, `${letters(column)}${lines}`))
    yield Buffer.from(`<row r="${lines}">${cells.join('')}</row>`)
  }
  yield Buffer.from('</sheetData></worksheet>')
}

/** A, B … Z, AA … */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

function cell(value: string | number, at: string): string {
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Control characters cannot stand in XML at all; a cell holds 32,767 characters. */
const escaped = (text: string): string =>
  text
    .slice(0, 32_767)
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>]/g, (mark) => marks[mark] ?? '')

type Entry = { name: string; crc: number; packed: number; plain: number; at: number }

/** One part of the zip archive, its sizes told after it because they are not known before. @returns bytes written */
async function* packed(
  name: string,
  content: AsyncIterable<Buffer>,
  at: number,
  entries: Entry[],
): AsyncGenerator<Uint8Array, number> {
  const entry: Entry = { name, crc: 0, packed: 0, plain: 0, at }
  const head = localHead(name)
  yield head
  // Whoever stops reading, or a row that fails, ends the whole line of them.
  const deflate = pipeline(Readable.from(counted(content, entry)), createDeflateRaw(), () => undefined)
  for await (const chunk of deflate) {
    const bytes = chunk as Buffer
    entry.packed += bytes.length
    yield bytes
  }
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  writeSizes(tail, 4, entry)
  yield tail
  entries.push(entry)
  return head.length + entry.packed + tail.length
}

async function* counted(content: AsyncIterable<Buffer>, entry: Entry): AsyncGenerator<Buffer> {
  for await (const bytes of content) {
    entry.crc = crc32(bytes, entry.crc)
    entry.plain += bytes.length
    yield bytes
  }
}

function writeSizes(into: Buffer, at: number, { crc, packed: small, plain }: Entry): void {
  into.writeUInt32LE(crc, at)
  into.writeUInt32LE(small, at + 4)
  into.writeUInt32LE(plain, at + 8)
}

// Bit 3: sizes follow the content; bit 11: names are UTF-8. Method 8: deflate. The day is 1980-01-01, as nobody needs it.
const flags = (1 << 3) | (1 << 11)
const noDay = 0x21

function localHead(name: string): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(noDay, 12)
  head.writeUInt16LE(Buffer.byteLength(name), 26)
  return Buffer.concat([head, Buffer.from(name)])
}

function directory(entries: readonly Entry[], at: number): Buffer {
  const heads = entries.map((entry) => {
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(20, 6)
    head.writeUInt16LE(flags, 8)
    head.writeUInt16LE(8, 10)
    head.writeUInt16LE(noDay, 14)
    writeSizes(head, 16, entry)
    head.writeUInt16LE(Buffer.byteLength(entry.name), 28)
    head.writeUInt32LE(entry.at, 42)
    return Buffer.concat([head, Buffer.from(entry.name)])
  })
  const listed = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([listed, end])
}
