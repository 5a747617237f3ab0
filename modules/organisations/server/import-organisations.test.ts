import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/ground.ts'
import { openTestDatabase, type TestDatabase } from '#testing/database.ts'
import { organisationKinds } from '../contract.ts'
import { messages } from '../staff/organisations.messages.ts'
import {
  checkOrganisationRows,
  importOrganisations,
  organisationColumns,
  type OrganisationSheetRow,
} from './import-organisations.ts'
import { kindOfWord } from './organisation-words.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const sheet = (...given: Partial<OrganisationSheetRow['cells']>[]): OrganisationSheetRow[] =>
  given.map((cells, at) => {
    const blank = Object.fromEntries(organisationColumns.map(({ key }) => [key, '']))
    return { line: at + 2, cells: { ...blank, ...cells } as OrganisationSheetRow['cells'], values: [] }
  })

async function inDistrict<Result>(work: (ctx: Context) => Promise<Result>): Promise<Result> {
  const [district] = await database.ground.districts.all()
  if (!district) throw new Error('no district')
  return runAs(database.ground, { district }, work)
}

describe('importing organisations', () => {
  it('adds them whatever the order of parents, once', async () => {
    const rows = sheet(
      { kind: '物业', name: '新物业', area: '滨溪社区', parent: '新集团', credit_code: '9144030071526726XG' },
      { kind: 'enterprise', name: '新集团', area: '419900000000', work_phone: '0419-1234567' },
    )
    const added = await inDistrict(async (ctx) => {
      const checked = await checkOrganisationRows(ctx, rows)
      expect([...checked.marks]).toEqual([])
      return importOrganisations(ctx, checked)
    })
    expect(added).toBe(2)
    const again = await inDistrict((ctx) => checkOrganisationRows(ctx, rows))
    expect(again).toMatchObject({ fresh: [], unchanged: 2 })
    const [first, second] = rows
    if (!first || !second) throw new Error('no rows')
    const other = sheet(
      { ...first.cells, work_phone: '123456' },
      { ...second.cells, name: '别家', credit_code: '9144030071526726XG' },
    )
    const { marks } = await inDistrict((ctx) => checkOrganisationRows(ctx, other))
    expect(marks.get(2)?.join()).toContain('内容不同：工作电话')
    expect(marks.get(3)?.join()).toContain('信用代码与第2行重复')
    expect(marks.get(3)?.join()).toContain('已由“新物业”使用')
  })

  it('marks circles, repeats and unknown words', async () => {
    const { marks } = await inDistrict((ctx) =>
      checkOrganisationRows(
        ctx,
        sheet(
          { kind: '企业', name: '甲', area: '滨溪社区', parent: '乙' },
          { kind: '企业', name: '乙', area: '滨溪社区', parent: '甲' },
          { kind: '飞船', name: '', area: '', credit_code: '12', work_phone: '家里' },
          { kind: '企业', name: '丙', area: '滨溪社区' },
          { kind: '企业', name: '丙', area: '滨溪社区' },
        ),
      ),
    )
    expect(marks.get(2)?.join()).toContain('循环')
    expect(marks.get(3)?.join()).toContain('循环')
    expect(marks.get(4)).toHaveLength(5)
    expect(marks.get(5)).toBeUndefined()
    expect(marks.get(6)?.join()).toContain('与第5行同区域同名')
  })

  it('knows every kind by the words of the screens', () => {
    for (const kind of organisationKinds) {
      expect([kind, messages.zh.kinds[kind]].map(kindOfWord)).toEqual([kind, kind])
    }
  })
})
