import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { orderEvents } from './sequence.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Asked = Parameters<typeof bodyOf>[0]
const bodyOf = (more: { as: 'csv' | 'xlsx'; list?: contract.ListName; q?: string; subject?: string }) => ({
  columns: ['number', 'subject', 'place', 'status', 'holder'] as const,
  ...more,
})

/** What 陈静 has on her screen, page after page. */
async function onScreen(filter: { list?: contract.ListName; q?: string; subject?: string }) {
  const items: contract.MatterSummary[] = []
  let after: string | undefined
  do {
    const query = { ...filter, limit: 20, ...(after && { after }) }
    const page = await world.person('chenjing').calls(contract.listMatters, { query })
    items.push(...page.items)
    after = page.next
  } while (after)
  return items
}

const taken = ({ columns, ...body }: ReturnType<typeof bodyOf>, login = 'chenjing') =>
  world.person(login).asks(contract.exportMatters, { body: { ...body, columns: [...columns] } })

async function linesOf(asked: Asked) {
  const { body } = await taken(bodyOf(asked))
  return String(body).replace('\uFEFF', '').trim().split('\r\n')
}

describe('a list taken along', () => {
  it('has the rows of the screen in their order, whatever list it is and whatever narrows it', async () => {
    for (let at = 0; at < 3; at += 1)
      await world.report({ words: `地下室有老鼠，第 ${at} 次。`, subject: 'pests' })
    await world.answered()
    // Words are found once the job has put what happened in order.
    await world.at(new Date(), undefined, async (ctx) => orderEvents(ctx))
    for (const filter of [
      { list: 'open' },
      { list: 'open', subject: 'pests' },
      { list: 'all', q: '老鼠' },
    ] as const) {
      const rows = await onScreen(filter)
      expect(rows.length).toBeGreaterThan(0)
      const { response } = await taken(bodyOf({ ...filter, as: 'xlsx' }))
      const [sheet] = await readWorkbook(response.rawPayload)
      const [titles, ...data] = sheet?.data ?? []
      expect(titles).toEqual(['编号', '事由', '情况', '地点', '状态', '谁在办'])
      expect(data.map((row) => row[0])).toEqual(rows.map((row) => row.number))
      expect(data.map((row) => row[1])).toEqual(rows.map((row) => row.subject.zh))
      expect(data.map((row) => row[3])).toEqual(rows.map((row) => row.placeNames.join(' ')))
    }
  })

  it('is read on page after page where it is long', async () => {
    const many = 1100
    const { matterId } = await world.answered({ words: '一件样子。' })
    // Copies of one row are enough: what is tried is that pages join without a gap.
    await world.rows(
      `insert into matters (${await columnsOf('id', 'number')}, id, number)
       select ${await columnsOf('id', 'number', 'm.')}, gen_random_uuid(), '2031-' || lpad(n::text, 6, '0')
       from matters m, generate_series(1, ${many}) n where m.id = $1`,
      [matterId],
    )
    const rows = await onScreenNumbers()
    const lines = await linesOf({ list: 'to_follow_up', as: 'csv' })
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(rows)
    expect(rows.length).toBeGreaterThan(many)
  })

  it('runs no formula, and leaves out what the screen leaves out', async () => {
    const receipt = await world.report({ words: '=HYPERLINK("http://x","点我")有老鼠', phone: '13900001111' })
    const lines = await linesOf({ list: 'all', q: receipt.number, as: 'csv' })
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"",""点我"")有老鼠"`)
    expect(lines[1]).not.toContain('13900001111')
    expect(lines[1]).not.toContain('李奶奶')
  })

  it('is on record with its filter and how many it held', async () => {
    const rows = await onScreen({ list: 'open', subject: 'pests' })
    await linesOf({ list: 'open', subject: 'pests', as: 'csv' })
    const last = () =>
      world.rows(
        `select details from audit_entries where action = 'matters.exported' order by id desc limit 1`,
      )
    await expect
      .poll(last)
      .toMatchObject([{ details: { list: 'open', subject: 'pests', as: 'csv', matters: rows.length } }])
  })

  it('says what is wrong with the filter before anything is sent, and gives nothing to who may not', async () => {
    const refused = await taken(bodyOf({ list: 'all', q: '漏', as: 'csv' }))
    expect(refused).toMatchObject({ status: 400, body: { code: 'matters.search-too-short' } })
    expect((await taken(bodyOf({ as: 'csv' }), 'wangfang')).status).toBe(403)
  })
})

async function columnsOf(...args: string[]): Promise<string> {
  const prefix = args.at(-1)?.endsWith('.') ? args.at(-1) : ''
  const names = await world.rows<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_name = 'matters' and is_generated = 'NEVER' and not column_name = any ($1)
     order by ordinal_position`,
    [args],
  )
  return names.map(({ name }) => `${prefix}${name}`).join(', ')
}

const onScreenNumbers = async () => (await onScreen({ list: 'to_follow_up' })).map((row) => row.number)
