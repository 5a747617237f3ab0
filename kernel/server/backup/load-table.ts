import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { damaged } from './backup-error.ts'
import { quoted, type Table } from './tables.ts'

export type Load = {
  table: Table
  content: AsyncIterable<Buffer>
  /** As many as the manifest promises. */
  rows: number
  counted(rows: number): void
}

const staging = 'restore_staging'

/** Loads one table in the caller's transaction and moves its sequences past what was loaded. */
export async function loadTable(client: pg.PoolClient, load: Load): Promise<void> {
  const { table } = load
  const own = `public.${quoted(table.name)}`
  const target = table.refersToItself ? quoted(staging) : own
  if (table.refersToItself) {
    await client.query(`create temp table ${target} (like ${own}) on commit drop`)
  }
  const text = insertText(table, target)
  let rows = 0
  for await (const lines of batchesOf(load.content)) {
    await client.query({ name: `restore.${table.name}`, text, values: [`[${lines.join(',')}]`] })
    rows += lines.length
    load.counted(rows)
  }
  if (rows !== load.rows) throw damaged(`表 ${table.name} 缺行`, `rows of ${table.name} are missing`)
  if (table.refersToItself) {
    // One statement: who points at whom is checked at its end, so that no order of the rows is needed.
    const names = table.columns.map(({ name }) => quoted(name)).join(', ')
    await client.query(`insert into ${own} (${names}) overriding system value select ${names} from ${target}`)
    await client.query(`drop table ${target}`)
  }
  await moveSequences(client, table)
}

function insertText({ columns }: Table, target: string): string {
  const names = columns.map(({ name }) => quoted(name))
  const given = columns.map(({ name, type, isJson }) => `${quoted(name)} ${isJson ? 'text' : type}`)
  const taken = columns.map(({ name, type, isJson }) =>
    isJson ? `r.${quoted(name)}::${type}` : `r.${quoted(name)}`,
  )
  return `insert into ${target} (${names.join(', ')}) overriding system value
    select ${taken.join(', ')} from json_to_recordset($1::json) as r (${given.join(', ')})`
}

async function moveSequences(client: pg.PoolClient, { name, columns }: Table): Promise<void> {
  for (const column of columns) {
    if (!column.sequence) continue
    await client.query(
      `select setval($1::regclass, coalesce(max(${quoted(column.name)}), 0) + 1, false) from public.${quoted(name)}`,
      [column.sequence],
    )
  }
}

const mostRows = 2_000
const mostLetters = 2 * 1_048_576

/** Lines by the thousand, fewer where they are long. */
async function* batchesOf(content: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  let lines: string[] = []
  let letters = 0
  for await (const line of linesOf(content)) {
    lines.push(line)
    letters += line.length
    if (lines.length < mostRows && letters < mostLetters) continue
    yield lines
    lines = []
    letters = 0
  }
  if (lines.length > 0) yield lines
}

/** The lines of packed content, which may be several packed pieces, one behind the other. */
export const linesOf = (content: AsyncIterable<Buffer>): AsyncGenerator<string> =>
  linesIn(pipeline(Readable.from(content), createGunzip(), () => undefined))

/** Only the line feed ends a line: what a resident wrote may hold other separators. */
async function* linesIn(content: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of content) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  if (rest !== '') throw damaged('最后一行没有写完', 'the last line is cut')
}
