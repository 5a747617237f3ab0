import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/ground.ts'
import { openTestDatabase, type TestDatabase } from '#testing/database.ts'
import { roles } from '../contract.ts'
import { roleWords } from '../web/role-words.messages.ts'
import { checkPeopleRows } from './check-people.ts'
import { importPeople } from './import-people.ts'
import { peopleColumns, type PeopleSheetRow } from './people-sheet.ts'
import { roleOfWord } from './role-words.ts'
import { dayOfText } from './sheet-day.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const sheet = (...people: Partial<PeopleSheetRow['cells']>[]): PeopleSheetRow[] =>
  people.map((given, at) => {
    const blank = Object.fromEntries(peopleColumns.map(({ key }) => [key, '']))
    return { line: at + 2, cells: { ...blank, ...given } as PeopleSheetRow['cells'], values: [] }
  })

async function inDistrict<Result>(work: (ctx: Context) => Promise<Result>): Promise<Result> {
  const [district] = await database.ground.districts.all()
  if (!district) throw new Error('no district')
  return runAs(database.ground, { district }, work)
}

const helper = {
  name: '张三',
  login: 'zhangsan',
  role: '兼职网格员',
  area: '滨溪社区/滨溪第一网格',
  valid_from: '2026年3月1日',
}

describe('importing people', () => {
  it('adds accounts and posts once, with a password for who has none', async () => {
    const rows = sheet(helper, {
      ...helper,
      role: 'building leader',
      area: '滨溪第一网格/1号院/1号楼',
      valid_from: '',
    })
    const first = await inDistrict(async (ctx) => {
      const checked = await checkPeopleRows(ctx, rows)
      expect([...checked.marks]).toEqual([])
      return importPeople(ctx, checked)
    })
    expect(first).toMatchObject({ accounts: 1, posts: 2, made: [{ login: 'zhangsan' }] })
    expect(first.made[0]?.password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/)
    const again = await inDistrict((ctx) => checkPeopleRows(ctx, rows))
    expect(again).toMatchObject({ accounts: [], posts: [], unchanged: 2 })
    expect(again.marks.size).toBe(0)
  })

  it('tells by name who holds a post of one holder, in the register and in the sheet', async () => {
    const { rows: held } = await database.pool.query<{ name: string; grid: string }>(
      `select c.name, a.name as grid from posts p join accounts c on c.id = p.account_id join areas a on a.id = p.area_id
       where p.role = 'grid_leader' and p.valid_to is null limit 1`,
    )
    const taken = held[0]
    if (!taken) throw new Error('nobody leads a grid')
    const { marks } = await inDistrict((ctx) =>
      checkPeopleRows(
        ctx,
        sheet(
          { name: '赵六', login: 'zhaoliu', role: '网格长', area: taken.grid },
          {
            name: '赵七',
            login: 'zhaoqi',
            role: '网格长',
            area: taken.grid,
            valid_from: '2020-01-01',
            valid_to: '2020-06-01',
          },
          {
            name: '赵八',
            login: 'zhaoba',
            role: '网格长',
            area: taken.grid,
            valid_from: '2020-05-31',
            valid_to: '2020-07-01',
          },
          {
            name: '赵九',
            login: 'zhaojiu',
            role: '网格长',
            area: taken.grid,
            valid_from: '2020-07-01',
            valid_to: '2020-08-01',
          },
        ),
      ),
    )
    expect([...marks.keys()]).toEqual([2, 4])
    expect(marks.get(2)?.[0]).toContain(`已是${taken.name}`)
    expect(marks.get(4)?.[0]).toContain('在第3行已给赵七')
  })

  it('refuses two kinds of administrator in one person, in the register and in the sheet', async () => {
    const area = '锦河区'
    const { marks } = await inDistrict((ctx) =>
      checkPeopleRows(
        ctx,
        sheet(
          { name: '孙莉', login: 'sunli', role: '审计管理员', area },
          { name: '钱一', login: 'qianyi', role: '安全管理员', area },
          { name: '钱一', login: 'qianyi', role: '区级工作人员', area },
          { name: '钱一', login: 'qianyi', role: '系统管理员', area },
        ),
      ),
    )
    expect([...marks.keys()]).toEqual([2, 3, 5])
    expect(marks.get(2)?.[0]).toContain('审计管理员与系统管理员不能由同一个人担任')
  })

  it('says what is wrong with a row, all of it at once', async () => {
    const { marks } = await inDistrict((ctx) =>
      checkPeopleRows(
        ctx,
        sheet(
          {
            name: '',
            login: 'Li Si',
            role: '神仙',
            area: '没有的社区',
            valid_from: '2026-02-30',
            password: 'short',
          },
          { ...helper, login: 'wangfang' },
          { ...helper, login: 'x1', role: '社区书记', work_phone: '家里', organisation: '没有的单位' },
          { ...helper, login: 'x2', area: '1号楼', valid_from: '2026-03-01', valid_to: '2026-03-01' },
        ),
      ),
    )
    expect(marks.get(2)).toHaveLength(6)
    expect(marks.get(3)?.join()).toContain('登录名已由')
    expect(marks.get(4)).toHaveLength(3)
    expect(marks.get(5)?.join()).toMatch(/不止一处.*离任日期应在/)
  })

  it('knows every role by the words of the screens, and days as people write them', () => {
    for (const role of roles) {
      expect([role, roleWords.zh[role], roleWords.en[role]].map(roleOfWord)).toEqual([role, role, role])
    }
    expect(['2026-3-1', '2026/03/01', '20260301', '2026年3月1日', '2026.3.1'].map(dayOfText)).toEqual(
      Array(5).fill('2026-03-01'),
    )
    expect(['2026-02-29', '2026-13-01', '昨天', ''].map(dayOfText)).toEqual(Array(4).fill(undefined))
  })
})
