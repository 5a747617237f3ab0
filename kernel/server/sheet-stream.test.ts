import readWorkbook from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { sheetStream } from './sheet-stream.ts'

async function* people(count: number) {
  yield ['姓名', '件数', '备注']
  for (let at = 1; at <= count; at += 1)
    yield [`王芳${at}`, at, at === 1 ? '=HYPERLINK("x") & <b>\u0007"引号"' : '']
}

async function whole(as: 'csv' | 'xlsx', count: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of sheetStream(as, people(count))) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

describe('a sheet made while it is sent', () => {
  it('is a workbook that a spreadsheet opens, with texts as texts', async () => {
    const [sheet] = await readWorkbook(await whole('xlsx', 3))
    expect(sheet?.data).toEqual([
      ['姓名', '件数', '备注'],
      ['王芳1', 1, '=HYPERLINK("x") & <b>"引号"'],
      ['王芳2', 2, null],
      ['王芳3', 3, null],
    ])
  })

  it('is whole when it is long', async () => {
    const [sheet] = await readWorkbook(await whole('xlsx', 20_000))
    expect(sheet?.data).toHaveLength(20_001)
    expect(sheet?.data.at(-1)).toEqual(['王芳20000', 20_000, null])
  })

  it('is a CSV that runs no formula', async () => {
    const text = (await whole('csv', 1)).toString()
    expect(text).toBe('\uFEFF姓名,件数,备注\r\n王芳1,1,"\'=HYPERLINK(""x"") & <b>\u0007""引号"""\r\n')
  })

  it('fails when its rows fail, not half way in silence', async () => {
    async function* broken() {
      yield ['姓名']
      throw new Error('the database is away')
    }
    const reading = async () => {
      for await (const chunk of sheetStream('xlsx', broken())) expect(chunk).toBeDefined()
    }
    await expect(reading()).rejects.toThrow('the database is away')
  })
})
