import { expect } from 'vitest'
import {
  acceptMatter,
  closeMatter,
  evidenceMissing,
  followUpMatter,
  mergeMatter,
  moveRefused,
  transferMatter,
} from '#modules/matters/contract.ts'
import * as open311 from '#modules/open311/contract.ts'
import { type Asking, type Row, rowOf, rowsOf, textIn } from './asking.ts'
import { fits, refuses, type Rules } from './rule.ts'
import { closed } from './rules-reading.ts'
import { fresh, type Stage } from './stage.ts'

const updates = 'servicerequestupdates'

async function updatesOf(
  to: Asking,
  on: Stage,
  id: string,
  more: Record<string, string> = {},
): Promise<Row[]> {
  await on.settle()
  return rowsOf(await to.get(updates, more)).filter((row) => row['service_request_id'] === id)
}

const send = (to: Asking, values: Record<string, string>) =>
  to.post(updates, { update_id: fresh('u'), updated_datetime: new Date().toISOString(), ...values })

const statusOf = (on: Stage, id: string) =>
  on.world.value<string>('select status from matters where number = $1', [id])

/** A request that the street passed on to a department, with the key of that department's own system. */
async function atDepartment(to: Asking, on: Stage, more: Record<string, string> = {}) {
  const organisationId = await on.world.organisation('锦河区城市管理局')
  const key = await on.newKey({ mayPost: false, organisationId })
  const id = await on.posted(to, {
    service_code: 'neighbour_noise',
    description: fresh('归部门办的事'),
    ...more,
  })
  const params = { matterId: await on.matter(id) }
  await on.world
    .person('zhaojianguo')
    .calls(transferMatter, { params, body: { organisationId, reason: '路灯归城管' } })
  return { id, key, params }
}

export const updateRules: Rules = {
  'the organisation that holds a request reads the staircase, everybody else the building': async (
    to,
    on,
  ) => {
    const [building, staircase] = [on.world.area('binhe-3'), on.world.area('binhe-3-u2')].map(String)
    const at = { lat: '', long: '', address_id: String(staircase) }
    const { id, key } = await atDepartment(to, on, at)
    const asStranger = rowOf(await to.get(`requests/${id}`))
    expect(asStranger['address_id']).toBe(building)
    expect(asStranger['address']).toMatch(/3号楼$/)
    const asHolder = rowOf(await to.get(`requests/${id}`, { api_key: key }))
    expect(asHolder['address_id']).toBe(staircase)
    expect(asHolder['address']).toMatch(/3号楼2单元$/)
    // Nobody's organisation is not the organisation of what no organisation holds.
    const held = await on.posted(to, at)
    expect(rowOf(await to.get(`requests/${held}`))['address_id']).toBe(building)
  },

  'updates tell in order what happened, with ids that stay': async (to, on) => {
    const id = await closed(to, on)
    const rows = await updatesOf(to, on, id)
    expect(rows.map((row) => [row['status'], row['external_status_code']])).toEqual([
      ['INVESTIGATING', 'accepted'],
      ['IN_PROGRESS', 'answered.solved'],
      ['FIXED', 'closed.solved'],
    ])
    expect(rows[1]?.['description']).toBe('灯泡已换好，楼道亮了。')
    expect(rows.map((row) => row['update_id'])).toEqual([`${id}-u2`, `${id}-u3`, `${id}-u5`])
    expect(await updatesOf(to, on, id)).toEqual(rows)
    fits(await to.get(updates), 'updates')
  },

  'start_date and end_date narrow the updates': async (to, on) => {
    const id = await closed(to, on)
    const rows = await updatesOf(to, on, id)
    const at = textIn(rows[1] ?? {}, 'updated_datetime')
    expect(await updatesOf(to, on, id, { start_date: at, end_date: at })).toEqual([rows[1]])
    refuses(
      await to.get(updates, { start_date: '2020-01-01T00:00:00Z', end_date: at }),
      400,
      open311.spanTooLong,
    )
    refuses(await to.get(updates, { start_date: 'soon' }), 400, open311.dateWrong)
  },

  'posting an update needs a key for it, a request, an id of its own and a known status': async (to, on) => {
    const id = await on.posted(to)
    const posts = await on.newKey({ mayUpdate: false })
    refuses(await send(to, { service_request_id: id }), 403, open311.keyRefused)
    refuses(await send(to, { api_key: posts, service_request_id: id }), 403, open311.keyMayNot)
    const api_key = on.key
    refuses(await send(to, { api_key }), 400, open311.requestIdMissing)
    refuses(await send(to, { api_key, service_request_id: id, update_id: '' }), 400, open311.updateIdMissing)
    refuses(await send(to, { api_key, service_request_id: id, status: 'DONE' }), 400, open311.statusWrong)
    refuses(
      await send(to, { api_key, service_request_id: '2020-999999', description: 'x' }),
      404,
      open311.requestUnknown,
    )
    const stranger = await on.newKey()
    refuses(
      await send(to, { api_key: stranger, service_request_id: id, description: 'x' }),
      403,
      open311.keyMayNot,
    )
  },

  'the program that posted adds for the reporter, reopens and withdraws': async (to, on) => {
    const id = await closed(to, on)
    const about = { api_key: on.key, service_request_id: id }
    refuses(await send(to, { ...about, status: 'OPEN', description: '补充一句' }), 400, moveRefused)
    refuses(await send(to, { ...about, status: 'FIXED', description: '好了' }), 400, open311.statusNotYours)
    fits(await send(to, { ...about, status: 'REOPEN', description: '昨晚又响了' }), 'updated')
    expect(await statusOf(on, id)).toBe('in_progress')
    fits(await send(to, { ...about, description: '是 502 的方向' }), 'updated')
    refuses(await send(to, about), 400, open311.descriptionMissing)
    const words = await on.world.value('select words from report_additions order by at desc limit 1')
    expect(words).toBe('是 502 的方向')
    const other = await on.posted(to)
    fits(await send(to, { api_key: on.key, service_request_id: other, status: 'CANCELLED' }), 'updated')
    expect(rowOf(await to.get(`requests/${other}`))['status']).toBe('closed')
    expect((await updatesOf(to, on, other)).at(-1)?.['status']).toBe('CANCELLED')
  },

  'an update sent twice is taken once': async (to, on) => {
    const id = await on.posted(to)
    const same = {
      api_key: on.key,
      service_request_id: id,
      update_id: fresh('twice'),
      description: '再说一遍',
    }
    const [first, second] = [rowOf(await to.post(updates, same)), rowOf(await to.post(updates, same))]
    expect(second).toEqual(first)
    refuses(await to.post(updates, { ...same, description: '别的' }), 400, open311.updateIdReused)
  },

  'a department’s system works through the same commands as people': async (to, on) => {
    const { id, key, params } = await atDepartment(to, on)
    const about = { api_key: key, service_request_id: id }
    fits(await send(to, { ...about, status: 'IN_PROGRESS', description: '已派车' }), 'updated')
    fits(await send(to, { ...about, status: 'ACTION_SCHEDULED', description: '明天上午到' }), 'updated')
    refuses(await send(to, { ...about, status: 'FIXED' }), 400, open311.descriptionMissing)
    const done = { status: 'FIXED', description: '灯杆已更换', public_description: '路灯已修好' }
    fits(await send(to, { ...about, ...done }), 'updated')
    expect(await statusOf(on, id)).toBe('answered')
    const shown = rowOf(await to.get(`requests/${id}`))
    expect(shown).toMatchObject({
      status: 'open',
      status_notes: '路灯已修好',
      agency_responsible: '锦河区城市管理局',
    })
    refuses(await send(to, { ...about, status: 'IN_PROGRESS', description: '再看看' }), 400, moveRefused)
    // Closing stays with whoever asks the reporter.
    const clerk = on.world.person('zhouhang')
    await clerk.calls(followUpMatter, { params, body: { result: 'satisfied' } })
    await clerk.calls(closeMatter, { params, body: {} })
    const rows = await updatesOf(to, on, id)
    expect(rows.map((row) => row['status'])).toEqual([
      'OPEN',
      'INVESTIGATING',
      'IN_PROGRESS',
      'IN_PROGRESS',
      'IN_PROGRESS',
      'FIXED',
    ])
  },

  'statuses that would skip a rule are refused by its name': async (to, on) => {
    const { id, key } = await atDepartment(to, on, { service_code: 'street_lamp' })
    const about = { api_key: key, service_request_id: id, description: '说明' }
    refuses(await send(to, { ...about, status: 'FIXED' }), 400, evidenceMissing)
    expect(await statusOf(on, id)).toBe('received')
    for (const status of ['DUPLICATE', 'CANCELLED', 'REOPEN'])
      refuses(await send(to, { ...about, status }), 400, open311.statusNotYours)
    refuses(await send(to, { ...about, status: 'NOT_COUNCILS_RESPONSIBILITY' }), 400, open311.channelMissing)
    fits(await send(to, { ...about, status: 'FOR_TRIAGE' }), 'updated')
    const back = { status: 'NOT_COUNCILS_RESPONSIBILITY', right_channel: '国家电网 95598' }
    fits(await send(to, { ...about, ...back }), 'updated')
    expect((await updatesOf(to, on, id)).at(-1)).toMatchObject({
      status: 'NOT_COUNCILS_RESPONSIBILITY',
      description: '不属于这里办理，已告知来件人该找谁办。',
    })
  },

  'a department’s system sees what it holds though it is not public, and nobody else does': async (
    to,
    on,
  ) => {
    const { id, key } = await atDepartment(to, on)
    await on.world.rows('update matters set is_public = false where number = $1', [id])
    refuses(await to.get(`requests/${id}`), 404, open311.requestUnknown)
    const row = rowOf(await to.get(`requests/${id}`, { api_key: key }))
    expect(row).toMatchObject({ service_request_id: id, status: 'open' })
    expect(await updatesOf(to, on, id, { api_key: key })).toHaveLength(1)
    expect(await updatesOf(to, on, id)).toEqual([])
  },

  'what was merged says where it went': async (to, on) => {
    const [one, two] = [await on.posted(to), await on.posted(to)]
    const worker = on.world.person('wangfang')
    await worker.calls(acceptMatter, { params: { matterId: await on.matter(two) }, body: { take: true } })
    const params = { matterId: await on.matter(one) }
    await on.world
      .person('zhaojianguo')
      .calls(mergeMatter, { params, body: { into: two, reason: '同一盏灯' } })
    const note = `与 ${two} 是同一件事，并入一起办理。`
    expect(rowOf(await to.get(`requests/${one}`))).toMatchObject({ status: 'closed', status_notes: note })
    expect((await updatesOf(to, on, one)).at(-1)).toMatchObject({ status: 'DUPLICATE', description: note })
  },
}
