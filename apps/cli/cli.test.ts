import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '#testing/database.ts'
import { runYige } from '#testing/process.ts'
import { optionsOf, WrongUse } from './outcome.ts'

let database: TestDatabase
let settings: Record<string, string>
beforeAll(async () => {
  database = await openTestDatabase()
  settings = {
    DATABASE_URL: database.url,
    YIGE_SECRET_KEY: database.secretKey,
    YIGE_DATA_DIR: database.dataDir,
  }
})
afterAll(() => database.close())

const sheet = (lines: readonly string[]) => `code,parent_code,kind,name,community_type\n${lines.join('\n')}\n`

describe('options', () => {
  it('stand beside the other words, and unknown ones are wrong use', () => {
    const { plain, options } = optionsOf(['areas', 'f.csv', '--host', 'a.cn'], ['host'])
    expect(plain).toEqual(['areas', 'f.csv'])
    expect(options.get('host')).toBe('a.cn')
    expect(() => optionsOf(['--hots', 'x'], ['host'])).toThrow(WrongUse)
    expect(() => optionsOf(['--host'], ['host'])).toThrow(WrongUse)
  })
})

// Each command is a process of its own, and a busy machine takes its time to start one.
describe('yige', { timeout: 120_000 }, () => {
  it('exits 2 for wrong use and 0 for help', async () => {
    const wrong = [['fly'], ['verify', 'all'], ['import', 'areas'], ['serve', '--role', 'king']]
    const outcomes = await Promise.all(wrong.map((words) => runYige(words, settings)))
    expect(outcomes.map((outcome) => outcome.code)).toEqual([2, 2, 2, 2])
    const help = await runYige(['help'], settings)
    expect(help.code).toBe(0)
    expect(help.said).toContain('import areas FILE')
  })

  it('refuses unsound settings by name, before doing anything', async () => {
    const cases: [string, string][] = [
      ['PORT', '99999'],
      ['DATABASE_URL', 'mysql://x'],
      ['YIGE_SECRET_KEY', 'short'],
      ['YIGE_DEMO', 'yes'],
      ['PUBLIC_URL', 'yige'],
      ['YIGE_LOG_LEVEL', 'loud'],
    ]
    const outcomes = await Promise.all(
      cases.map(([name, value]) => runYige(['verify'], { ...settings, [name]: value })),
    )
    outcomes.forEach((outcome, index) => {
      expect(outcome.code).toBe(1)
      expect(outcome.result['reason']).toContain(cases[index]?.[0])
    })
  })

  it('verifies, and exits 1 with the findings when something does not hold', async () => {
    const sound = await runYige(['verify'], settings)
    expect(sound).toMatchObject({ code: 0, result: { done: true, findings: [] } })
    expect(sound.result['matters']).toBeGreaterThan(30)
    const { rows } = await database.pool.query<{ id: string }>('select id from matters limit 1')
    const id = rows[0]?.id
    await database.pool.query('update matters set is_hidden = not is_hidden where id = $1', [id])
    const broken = await runYige(['verify'], settings)
    expect(broken).toMatchObject({
      code: 1,
      result: { done: false, findings: [{ what: 'fold-differs', subject: id, district: 419900 }] },
    })
    await database.pool.query('update matters set is_hidden = not is_hidden where id = $1', [id])
  })

  it('imports areas, twice the same, and nothing of a sheet with one broken row', async () => {
    const good = [
      '419600000000,,区,远山区,',
      '419600001000,419600000000,街道,山前街道,',
      '419600001001,419600001000,社区,山前社区,老旧',
    ]
    const file = path.join(database.dataDir, 'areas.csv')
    await writeFile(file, sheet(good))
    expect(await runYige(['import', 'areas', file], settings)).toMatchObject({
      code: 0,
      result: { districts: 1, added: 3, unchanged: 0 },
    })
    expect((await runYige(['import', 'areas', file], settings)).result).toMatchObject({
      added: 0,
      unchanged: 3,
    })
    await writeFile(
      file,
      sheet([...good, '419600001002,419600001000,社区,好的社区,', '4196,419600001000,社区,坏的社区,']),
    )
    const refused = await runYige(['import', 'areas', file], settings)
    expect(refused).toMatchObject({ code: 1, result: { errors: [{ line: 6 }] } })
    const { rows } = await database.pool.query(`select 1 from areas where name = '好的社区'`)
    expect(rows).toEqual([])
    const marked = String(refused.result['marked'])
    expect(await readFile(marked, 'utf8')).toContain('代码应为12位数字')
    await rm(marked)
    const subjects = await database.pool.query('select 1 from subjects where district_id = 419600')
    expect(subjects.rows.length).toBeGreaterThan(30)
  })

  it('makes the first administrator, with the password out of sight', async () => {
    const words = ['user', 'create', '--login', 'first.admin', '--name', '管理员', '--role', 'district_admin']
    const area = ['--area', '419900000000']
    expect((await runYige([...words, ...area], settings)).result['reason']).toContain('YIGE_PASSWORD')
    const withPassword = { ...settings, YIGE_PASSWORD: 'a-long-password' }
    expect(await runYige([...words, ...area], withPassword)).toMatchObject({ code: 0 })
    expect(await runYige([...words, ...area], withPassword)).toMatchObject({
      code: 1,
      result: { code: 'people.login-taken' },
    })
    expect((await runYige([...words, '--area', '999999000000'], withPassword)).code).toBe(1)
  })

  it('is not seeded twice', async () => {
    expect((await runYige(['seed'], settings)).result).toMatchObject({ done: true, seeded: false })
  })
})
