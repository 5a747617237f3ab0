import { expect } from 'vitest'
import { answerMatter, acceptMatter, closeMatter, followUpMatter } from '#modules/matters/contract.ts'
import * as open311 from '#modules/open311/contract.ts'
import { hideMatter } from '#modules/matters/server/moderate.ts'
import { type Asking, type Row, rowOf, rowsOf, textIn } from './asking.ts'
import { fits, refuses, type Rules } from './rule.ts'
import { fresh, type Stage } from './stage.ts'

const dayMs = 24 * 3600_000
const ago = (days: number): string => new Date(Date.now() - days * dayMs).toISOString()
const idsOf = (rows: readonly Row[]) => rows.map((row) => textIn(row, 'service_request_id'))
const listed = async (to: Asking, values: Record<string, string> = {}) =>
  rowsOf(await to.get('requests', values))

const publicWords = '灯泡已换好，楼道亮了。'

/** A posted request taken to its closing, by the people whose work it is. */
export async function closed(to: Asking, on: Stage): Promise<string> {
  const id = await on.posted(to, { service_code: 'neighbour_noise', description: fresh('办完的事') })
  const params = { matterId: await on.matter(id) }
  const [worker, clerk] = [on.world.person('wangfang'), on.world.person('zhaojianguo')]
  await worker.calls(acceptMatter, { params, body: { take: true } })
  const words = '李奶奶您好，已上门换好。'
  await worker.calls(answerMatter, { params, body: { words, publicWords, outcome: 'solved', photoIds: [] } })
  await clerk.calls(followUpMatter, { params, body: { result: 'satisfied' } })
  await clerk.calls(closeMatter, { params, body: {} })
  return id
}

/** Makes a request older than it is. */
async function aged(on: Stage, id: string, days: number): Promise<void> {
  const hex = (Date.now() - days * dayMs).toString(16).padStart(12, '0')
  const from = await on.matter(id)
  const to = `${hex.slice(0, 8)}-${hex.slice(8)}${from.slice(13)}`
  const copied = `insert into matters select (m).* from (select jsonb_populate_record(m, jsonb_build_object(
    'id', $2::text, 'number', m.number || '9', 'received_at', $3::timestamptz, 'status_at', $3::timestamptz)) as m
    from matters m where m.id = $1) copied`
  await on.world.rows(copied, [from, to, new Date(Date.now() - days * dayMs)])
  await on.world.rows(
    `insert into matter_events select district_id, $2::uuid, seq, kind, $3::timestamptz, actor_kind, actor_id, actor_role, data,
       prev_hash, hash from matter_events where matter_id = $1`,
    [from, to, new Date(Date.now() - days * dayMs)],
  )
}

export const readingRules: Rules = {
  'requests is a list of the last 90 days, the newest first': async (to, on) => {
    const id = await on.posted(to)
    await aged(on, id, 91)
    const told = await to.get('requests')
    fits(told, 'requests')
    const rows = rowsOf(told)
    expect(idsOf(rows)[0]).toBe(id)
    expect(idsOf(rows)).not.toContain(`${id}9`)
    const moments = rows.map((row) => textIn(row, 'requested_datetime'))
    expect(moments).toEqual(moments.toSorted().toReversed())
  },

  'start_date and end_date span at most 90 days': async (to, on) => {
    const id = await on.posted(to)
    await aged(on, id, 100)
    const both = await listed(to, { start_date: ago(101), end_date: ago(99) })
    expect(idsOf(both)).toContain(`${id}9`)
    expect(idsOf(both)).not.toContain(id)
    refuses(await to.get('requests', { start_date: ago(91), end_date: ago(0) }), 400, open311.spanTooLong)
    refuses(await to.get('requests', { start_date: ago(1), end_date: ago(2) }), 400, open311.spanTooLong)
  },

  'one date alone opens 90 days from it': async (to, on) => {
    const id = await on.posted(to)
    await aged(on, id, 120)
    expect(idsOf(await listed(to, { start_date: ago(121) }))).toContain(`${id}9`)
    expect(idsOf(await listed(to, { start_date: ago(121) }))).not.toContain(id)
    expect(idsOf(await listed(to, { end_date: ago(119) }))).toContain(`${id}9`)
    expect(idsOf(await listed(to, { end_date: ago(119 - 91) }))).not.toContain(`${id}9`)
  },

  'dates have a time zone': async (to) => {
    for (const start_date of ['2026-11-25', '2026-11-25T08:00:00', 'yesterday', '2026-13-01T00:00:00Z'])
      refuses(await to.get('requests', { start_date }), 400, open311.dateWrong)
    fits(await to.get('requests', { start_date: '2026-11-25T08:00:00+08:00' }), 'requests')
    // As clients send it that do not encode the plus sign.
    fits(await to.raw(`requests.${to.format}?start_date=2026-11-25T08:00:00+08:00`), 'requests')
  },

  'status is open, closed, or both': async (to, on) => {
    const [open, done] = [await on.posted(to), await closed(to, on)]
    const opened = await listed(to, { status: 'open' })
    expect(new Set(opened.map((row) => row['status']))).toEqual(new Set(['open']))
    expect(idsOf(opened)).toContain(open)
    const ended = await listed(to, { status: 'closed' })
    expect(new Set(ended.map((row) => row['status']))).toEqual(new Set(['closed']))
    expect(idsOf(ended)).toContain(done)
    expect(idsOf(await listed(to, { status: 'open,closed' }))).toEqual(expect.arrayContaining([open, done]))
    refuses(await to.get('requests', { status: 'OPENED' }), 400, open311.statusWrong)
  },

  'service_code is a comma list': async (to, on) => {
    await on.posted(to, { service_code: 'manhole' })
    const codes = new Set(
      (await listed(to, { service_code: 'manhole,street_lamp' })).map((row) => row['service_code']),
    )
    expect(codes).toEqual(new Set(['manhole', 'street_lamp']))
    expect(await listed(to, { service_code: 'no_such_thing' })).toEqual([])
  },

  'service_request_id is a comma list and overrides everything else': async (to, on) => {
    const [one, two] = [await on.posted(to), await on.posted(to)]
    const others = { status: 'closed', start_date: 'nonsense', service_code: 'pests', page: '0' }
    const found = await listed(to, { service_request_id: `${one}, ${two},2020-999999`, ...others })
    expect(idsOf(found).toSorted()).toEqual([one, two].toSorted())
  },

  'pages begin with one, end empty, and the total is told': async (to, on) => {
    await on.posted(to)
    const all = await to.get('requests')
    const total = Number(all.headers.get('x-total-count'))
    expect(total).toBe(rowsOf(all).length)
    const first = await listed(to, { page: '1', page_size: '2' })
    const second = await listed(to, { page: '2', page_size: '2' })
    expect([...idsOf(first), ...idsOf(second)]).toEqual(idsOf(rowsOf(all)).slice(0, 4))
    const past = await to.get('requests', { page: String(total + 1), page_size: '2' })
    expect([rowsOf(past), past.headers.get('x-total-count')]).toEqual([[], String(total)])
    for (const wrong of [{ page: '0' }, { page_size: '0' }, { page_size: '1001' }, { page: 'one' }])
      refuses(await to.get('requests', wrong), 400, open311.pageWrong)
  },

  'no more than a thousand come at once, and pages reach the rest': async (to, on) => {
    const id = await on.posted(to)
    await on.world.rows(
      `insert into matters select (m).* from (
         select jsonb_populate_record(m, jsonb_build_object('id', overlay(m.id::text placing lpad(to_hex(n), 12, '0') from 25),
           'number', 'T' || n || '-' || m.number)) as m
         from matters m, generate_series(1, 1100) n where m.id = $1) copied`,
      [await on.matter(id)],
    )
    await on.world.rows(
      `insert into matter_events select e.district_id, m.id, e.seq, e.kind, e.at, e.actor_kind, e.actor_id, e.actor_role, e.data,
         e.prev_hash, e.hash from matters m join matter_events e on e.matter_id = $1 where m.number like 'T%'`,
      [await on.matter(id)],
    )
    const all = await to.get('requests')
    expect(rowsOf(all)).toHaveLength(1000)
    const total = Number(all.headers.get('x-total-count'))
    expect(total).toBeGreaterThan(1100)
    expect(await listed(to, { page: '2', page_size: '1000' })).toHaveLength(total - 1000)
    await on.world.rows(
      `delete from matter_events where matter_id in (select id from matters where number like 'T%')`,
    )
    await on.world.rows(`delete from matters where number like 'T%'`)
  },

  'extensions=true adds attributes and notes, and only then': async (to, on) => {
    const id = await closed(to, on)
    fits(await to.get(`requests/${id}`), 'requests')
    const told = await to.get(`requests/${id}`, { extensions: 'true' })
    fits(told, 'extended')
    const row = rowOf(told)
    expect(row['extended_attributes']).toMatchObject({
      detailed_status: 'closed',
      outcome: 'solved',
      report_count: 1,
    })
    const kinds = (row['notes'] as Row[]).map((note) => note['type'])
    expect(kinds).toEqual(['received', 'accepted', 'answered', 'closed'])
  },

  'updated_after and updated_before find what changed': async (to, on) => {
    const id = await on.posted(to)
    await aged(on, id, 200)
    await on.settle()
    const known = rowOf(await to.get(`requests/${id}`))
    const since = new Date(Date.parse(textIn(known, 'updated_datetime')) + 1)
    expect(idsOf(await listed(to, { updated_after: since.toISOString() }))).not.toContain(id)
    await on.world
      .person('wangfang')
      .calls(acceptMatter, { params: { matterId: await on.matter(id) }, body: { take: true } })
    await on.settle()
    const changed = await listed(to, { updated_after: since.toISOString() })
    expect(idsOf(changed)).toContain(id)
    for (const row of changed) expect(textIn(row, 'updated_datetime') > since.toISOString()).toBe(true)
    expect(idsOf(await listed(to, { updated_before: since.toISOString() }))).not.toContain(id)
  },

  'one request comes as a list of one; an unknown one is 404': async (to, on) => {
    const id = await on.posted(to)
    const told = await to.get(`requests/${id}`)
    fits(told, 'requests')
    expect(rowsOf(told)).toHaveLength(1)
    refuses(await to.get('requests/2020-999999'), 404, open311.requestUnknown)
    refuses(await to.get('requests/%27%20or%201=1'), 404, open311.requestUnknown)
  },

  'a closed request says what was done and when it was closed': async (to, on) => {
    const id = await closed(to, on)
    const row = rowOf(await to.get(`requests/${id}`))
    const at = await on.world.value<Date>('select closed_at from matters where number = $1', [id])
    expect(row).toMatchObject({
      status: 'closed',
      status_notes: publicWords,
      updated_datetime: at.toISOString(),
    })
  },

  'the office that answers and its promise are told': async (to, on) => {
    const id = await on.posted(to)
    const due = await on.world.value<Date>('select due_at from matters where number = $1', [id])
    expect(rowOf(await to.get(`requests/${id}`))).toMatchObject({
      agency_responsible: '滨溪第一网格',
      expected_datetime: due.toISOString(),
      status_notes: '已收到。',
      zipcode: null,
    })
  },

  'what is private, hidden or never public is not there': async (to, on) => {
    const shown = await on.posted(to)
    const matterId = await on.matter(shown)
    await on.world.at(new Date(), 'zhaojianguo', (ctx) => hideMatter(ctx, matterId, '写了别人的姓名'))
    const said = await on.world.report({ words: fresh('不想公开的事') })
    await on.world.rows('update matters set is_public = false where number = $1', [said.number])
    for (const id of [shown, said.number]) {
      refuses(await to.get(`requests/${id}`), 404, open311.requestUnknown)
      expect(await listed(to, { service_request_id: id })).toEqual([])
      expect(idsOf(await listed(to))).not.toContain(id)
    }
  },

  'nobody’s words, name or number stand in what residents reported themselves': async (to, on) => {
    const words = fresh('我是 3 号楼 502 的李奶奶')
    const { number } = await on.world.report({ words, phone: '13800138000' })
    const told = await to.get('requests', { extensions: 'true' })
    const row = rowsOf(told).find((each) => each['service_request_id'] === number)
    expect(row).toMatchObject({ description: null, media_url: null })
    expect(JSON.stringify(row)).not.toMatch(/李奶奶|502 的|138\*|13800138000|王芳/)
    expect(told.text).not.toContain(words)
  },
}
