import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { SheetRefused, tooManyRows, unreadable } from './sheet-problem.ts'

export type TextTable = { lines: string[][]; delimiter: ',' | ';' | '\t' }

const CHUNK = 65_536
const LONGEST_RECORD = 1_048_576

/** Every record as its cells, blank ones as `['']`, so that the index + 1 is the row a spreadsheet shows. */
export async function readTextTable(bytes: Buffer, maxLines: number): Promise<TextTable> {
  const text = decodeText(bytes)
  const delimiter = detectDelimiter(text)
  const parser = Readable.from(chunksOf(text)).pipe(
    parse({ delimiter, relax_column_count: true, relax_quotes: true, max_record_size: LONGEST_RECORD }),
  )
  const lines: string[][] = []
  try {
    for await (const cells of parser) {
      lines.push(cells)
      if (lines.length > maxLines) throw new SheetRefused(tooManyRows(maxLines - 1))
    }
  } catch (error) {
    if (error instanceof CsvError) throw new SheetRefused(unreadable(lines.length + 1))
    throw error
  }
  return { lines, delimiter }
}

function* chunksOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += CHUNK) yield text.slice(from, from + CHUNK)
}

/** UTF-8 where it is valid, else GB18030 as Chinese Excel saves CSV; UTF-16 only with its mark. Drops the mark. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw new SheetRefused(unreadable())
}

/** The separator that occurs most in the first line that says anything, quoted parts left out. */
export function detectDelimiter(text: string): ',' | ';' | '\t' {
  const firstLine = /[^\s,;"][^\r\n]*/.exec(text)
  const from = firstLine ? text.lastIndexOf('\n', firstLine.index) + 1 : 0
  const end = text.indexOf('\n', firstLine?.index ?? 0)
  const sample = text.slice(from, end < 0 ? undefined : end).replaceAll(/"(?:[^"]|"")*"/g, '')
  const count = (mark: string) => sample.split(mark).length - 1
  const marks = [',', ';', '\t'] as const
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
