import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { readSheet, writeMarkedSheet } from './sheet.ts'
import { MARK_TITLE } from './sheet-marks.ts'
import { plainNumber } from './sheet-workbook.ts'

const columns = [
  { key: 'code', titles: ['区划代码', 'code'], required: true },
  { key: 'name', titles: ['名称', 'name'], required: true },
  { key: 'note', titles: ['备注', 'note'] },
] as const
const readCsv = (content: string | Buffer, fileName = 'areas.csv') =>
  readSheet(Buffer.from(content), { fileName, columns })

// 锦河区 in GB18030, as Chinese Excel saves a CSV.
const DISTRICT_GB18030 = Buffer.from('bdf5bad3c7f8', 'hex')

describe('reading a sheet', () => {
  it('reads UTF-8 with and without the mark, and keeps codes as text', async () => {
    for (const mark of ['', '\uFEFF']) {
      const { rows, problems } = await readCsv(`${mark}code,name,kind\r\n 041990000000 ,锦河区,district\r\n`)
      expect(problems).toEqual([])
      expect(rows).toEqual([
        {
          line: 2,
          cells: { code: '041990000000', name: '锦河区', note: '' },
          values: [' 041990000000 ', '锦河区', 'district'],
        },
      ])
    }
  })

  it('reads GB18030, semicolons, tabs and packed files', async () => {
    const legacy = Buffer.concat([
      Buffer.from('code;name\n419900000000;'),
      DISTRICT_GB18030,
      Buffer.from('\n'),
    ])
    expect((await readCsv(legacy)).rows[0]?.cells.name).toBe('锦河区')
    expect((await readCsv('code\tname\n1\t"a\tb"\n', 'x.tsv')).rows[0]?.cells.name).toBe('a\tb')
    const packed = gzipSync(Buffer.from('code,name\n1,文苑街道\n'))
    expect((await readSheet(packed, { fileName: 'areas.csv.gz', columns })).rows[0]?.cells.name).toBe(
      '文苑街道',
    )
  })

  it('finds the header below a printed title and counts lines as the spreadsheet does', async () => {
    const { rows, above } = await readCsv(
      '锦河区区划表,,\n代码说明：十二位,,\n区划代码*,名称（必填）,备注\n\n1,"两\n行",x\n,,\n2,b,y\n',
    )
    expect(above).toHaveLength(2)
    expect(rows.map((row) => [row.line, row.cells.name])).toEqual([
      [5, '两\n行'],
      [7, 'b'],
    ])
  })

  it('names what is wrong with the sheet in both languages', async () => {
    const codes = async (content: string, fileName?: string) =>
      (await readCsv(content, fileName)).problems.map((problem) => problem.code)
    expect(await codes('code,kind\n1,x\n')).toEqual(['sheet.missing-column'])
    expect(await codes('code,名称,NAME\n1,x,y\n')).toEqual(['sheet.duplicate-column'])
    expect(await codes('')).toEqual(['sheet.empty'])
    expect(await codes('code,name\n1,"x\n')).toEqual(['sheet.unreadable'])
    expect(await codes('anything', 'areas.pdf')).toEqual(['sheet.unsupported'])
    expect(await codes('not a workbook', 'areas.xlsx')).toEqual(['sheet.unreadable'])
    const missing = (await readCsv('code\n1\n')).problems[0]
    expect(missing).toMatchObject({ zh: '缺少“名称”或“name”这一列。', line: 1, column: '名称' })
  })

  it('refuses more than it may take, packed bombs included', async () => {
    const content = Buffer.from(`code,name\n${'1,x\n'.repeat(20)}`)
    const read = async (bytes: Buffer, limits: { maxRows?: number; maxBytes?: number }, fileName = 'a.csv') =>
      (await readSheet(bytes, { fileName, columns, ...limits })).problems[0]?.code
    expect(await read(content, { maxRows: 20 })).toBeUndefined()
    expect(await read(content, { maxRows: 19 })).toBe('sheet.too-many-rows')
    expect(await read(content, { maxRows: 3 })).toBe('sheet.too-many-rows')
    expect(await read(content, { maxBytes: 50 })).toBe('sheet.too-large')
    expect(await read(gzipSync(Buffer.alloc(100_000, 'x')), { maxBytes: 50_000 }, 'a.csv.gz')).toBe(
      'sheet.too-large',
    )
  })

  it('gives number cells of a workbook back as their digits, dates as dates, in their rows', async () => {
    const workbook = await writeWorkbook(
      [
        ['code', 'name', 'note'],
        [419900001000, '文苑街道', new Date(Date.UTC(2026, 2, 1))],
        [null, null, null],
        [{ value: 419900002000, format: '0' }, true, 0.1],
      ],
      { dateFormat: 'yyyy-mm-dd' },
    ).toBuffer()
    const { rows, as } = await readSheet(workbook, { fileName: 'areas.xlsx', columns })
    expect(as).toBe('xlsx')
    expect(rows.map(({ line, cells }) => ({ line, ...cells }))).toEqual([
      { line: 2, code: '419900001000', name: '文苑街道', note: '2026-03-01' },
      { line: 4, code: '419900002000', name: 'TRUE', note: '0.1' },
    ])
    expect(plainNumber('4.10305001E11')).toBe('410305001000')
    expect(plainNumber('0.30000000000000004')).toBe('0.3')
  })

  it('reads 55,000 rows from a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sheet-'))
    const lines = Array.from(
      { length: 55_000 },
      (_, at) => `${419900000000 + at},社区${at},"备注, 第 ${at} 行"`,
    )
    const path = join(folder, 'areas.csv')
    await writeFile(path, `code,name,note\n${lines.join('\n')}\n`)
    const { rows } = await readSheet(path, { fileName: 'areas.csv', columns })
    await rm(folder, { recursive: true })
    expect(rows).toHaveLength(55_000)
    expect(rows.at(-1)).toMatchObject({
      line: 55_001,
      cells: { name: '社区54999', note: '备注, 第 54999 行' },
    })
  })
})

describe('writing the marked sheet', () => {
  it('keeps unknown columns and the own cells, guards only what we write, and can be sent again', async () => {
    for (const as of ['csv', 'xlsx'] as const) {
      const given = await readCsv('名称,颜色,code\n=1+1,-3,1\n\n好,+86,2\n')
      const marked = await writeMarkedSheet({
        ...given,
        as,
        marks: new Map([[4, ['=代码重复', '名称太短']]]),
      })
      const again = await readSheet(marked, { fileName: `marked.${as}`, columns: [...columns, markColumn] })
      expect(again.as).toBe(as)
      expect(again.columns).toEqual(['名称', '颜色', 'code'])
      expect(again.rows.map((row) => [row.line, ...row.values])).toEqual([
        [2, '=1+1', '-3', '1'],
        [4, '好', '+86', '2'],
      ])
    }
    const csv = (
      await writeMarkedSheet({
        columns: ['a'],
        rows: [{ line: 2, values: ['1'] }],
        marks: new Map([[2, ['=x']]]),
        as: 'csv',
      })
    ).toString()
    expect(csv).toBe(`\uFEFFa,${MARK_TITLE}\r\n1,'=x\r\n`)
  })

  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => text.isWellFormed() && !/\p{Cc}|\p{Cn}|[\uFFFD-\uFFFF]/u.test(text))
  const line = fc.tuple(
    fc.stringMatching(/^\d{1,14}$/),
    cell,
    fc.oneof(cell, fc.constantFrom('a,b', 'a"b', 'a\nb', ' c ', '_x000D_', 'a\r\nb', '__proto__', 'valueOf')),
  )

  it.each(['csv', 'xlsx'] as const)('gives back the same cells in %s', async (as) => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        const rows = lines.map((values, at) => ({ line: at + 2, values: [...values] }))
        const bytes = await writeMarkedSheet({
          columns: ['code', 'name', 'note'],
          rows,
          marks: new Map(),
          as,
        })
        const read = await readSheet(bytes, { fileName: `a.${as}`, columns })
        expect(read.problems).toEqual([])
        expect(read.rows.map((row) => row.values)).toEqual(lines)
      }),
      { numRuns: 60 },
    )
  })
})

const markColumn = { key: 'mark', titles: ['错误'] }
