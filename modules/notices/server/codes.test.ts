import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#kernel/server/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { openWorld, type World } from '#testing/world.ts'
import { checkCode, sendCode } from './codes.ts'
import { planNotices } from './plan.ts'
import { sendDue } from './send.ts'
import { listDemoMessages } from './set-channels.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const purpose = 'matters.find'
const start = new Date('2026-11-25T04:00:00Z')
const after = (seconds: number, from = start): Date => new Date(from.getTime() + seconds * 1000)
let numbers = 10_000_100_000
const newPhone = (): string => String((numbers += 1))

/** As over HTTP: a problem that keeps its writes commits them, and is told as its code. */
const asked = (now: Date, device: string, work: (ctx: Context) => Promise<unknown>): Promise<string> =>
  world.at(now, undefined, async (ctx) => {
    try {
      await work({ ...ctx, caller: { ...ctx.caller, device } })
      return 'done'
    } catch (error) {
      if (
        error instanceof Problem &&
        (error.keepsWrites || error.kind.status === 429 || error.kind.status === 503)
      )
        return error.kind.code
      if (error instanceof Problem) return error.kind.code
      throw error
    }
  })
const asks = (phone: string, now = start, more: { device?: string; known?: boolean } = {}) =>
  asked(now, more.device ?? phone, (ctx) =>
    sendCode(ctx, { purpose, phone, ...(more.known !== undefined && { known: more.known }) }),
  )
const gives = (phone: string, code: string, now = start, forWhat = purpose) =>
  asked(now, phone, (ctx) => checkCode(ctx, { purpose: forWhat, phone, code }))

async function readCode(phone: string, now = start): Promise<string> {
  await world.at(now, undefined, planNotices)
  while ((await world.at(now, undefined, sendDue)) === 'more');
  const { items } = await world.at(now, undefined, listDemoMessages)
  const text = items.find((each) => each.address === phone)?.text ?? ''
  return /\d{6}/.exec(text)?.[0] ?? ''
}
const other = (code: string): string => (code === '123456' ? '654321' : '123456')

describe('a one-time code', () => {
  it('opens once, for what it was asked for, and stands nowhere in the open', async () => {
    const phone = newPhone()
    expect(await asks(phone)).toBe('done')
    const code = await readCode(phone)
    expect(code).toMatch(/^\d{6}$/)
    expect(await gives(phone, code, start, 'people.reset')).toBe('notices.code-wrong')
    expect(await gives(newPhone(), code)).toBe('notices.code-wrong')
    expect(await gives(phone, code, after(60))).toBe('done')
    expect(await gives(phone, code, after(61))).toBe('notices.code-wrong')
    const kept = await world.rows('select c::text, n::text from one_time_codes c, notices n')
    expect(JSON.stringify(kept)).not.toContain(phone)
    expect(
      await world.rows("select 1 from notices where kind = 'notices.code' and words_sealed is not null"),
    ).toEqual([])
  })

  it('is good for five minutes and five tries', async () => {
    const [late, guessed] = [newPhone(), newPhone()]
    await asks(late)
    expect(await gives(late, await readCode(late), after(300))).toBe('notices.code-wrong')
    await asks(guessed)
    const code = await readCode(guessed)
    for (let tries = 0; tries < 5; tries += 1)
      expect(await gives(guessed, other(code))).toBe('notices.code-wrong')
    expect(await gives(guessed, code)).toBe('notices.code-wrong')
  })

  it('ends the one before', async () => {
    const phone = newPhone()
    await asks(phone)
    const first = await readCode(phone)
    await asks(phone, after(60))
    const second = await readCode(phone, after(60))
    if (first !== second) expect(await gives(phone, first, after(61))).toBe('notices.code-wrong')
    expect(await gives(phone, second, after(62))).toBe('done')
  })

  it('is asked for at most once a minute, also by ten at once', async () => {
    const phone = newPhone()
    const devices = Array.from({ length: 10 }, (_, index) => `crowd-${index}`)
    const answers = await Promise.all(devices.map((device) => asks(phone, start, { device })))
    expect(answers.filter((each) => each === 'done')).toHaveLength(1)
    expect(answers.filter((each) => each === 'notices.code-too-soon')).toHaveLength(9)
    expect(await asks(phone, after(59))).toBe('notices.code-too-soon')
    expect(await asks(phone, after(60))).toBe('done')
  })

  it('is asked for ten times a day for a number, and twenty an hour from a browser', async () => {
    const phone = newPhone()
    for (let asking = 0; asking < 10; asking += 1)
      expect(await asks(phone, after(asking * 60), { device: `d${asking}` })).toBe('done')
    expect(await asks(phone, after(660), { device: 'another' })).toBe('notices.code-too-many')
    expect(await asks(phone, after(25 * 3600), { device: 'another' })).toBe('done')
    for (let asking = 0; asking < 20; asking += 1)
      expect(await asks(newPhone(), start, { device: 'busy' })).toBe('done')
    expect(await asks(newPhone(), start, { device: 'busy' })).toBe('notices.code-too-many')
    expect(await asks(newPhone(), start, { device: 'calm' })).toBe('done')
  })

  it('is answered alike for a number that is not known, to which nothing is sent', async () => {
    const phone = newPhone()
    expect(await asks(phone, start, { known: false })).toBe('done')
    expect(await asks(phone, after(1), { known: false })).toBe('notices.code-too-soon')
    expect(await readCode(phone)).toBe('')
    for (const code of ['000000', '123456']) expect(await gives(phone, code)).toBe('notices.code-wrong')
  })

  it('points to the counter while SMS is closed or keeps failing', async () => {
    const closed = await asked(start, 'x', (ctx) =>
      sendCode({ ...ctx, demo: false }, { purpose, phone: newPhone() }),
    )
    expect(closed).toBe('notices.codes-down')
    const phone = newPhone()
    await asks(phone)
    await readCode(phone)
    const fails = (outcome: string) =>
      world.rows(
        `insert into notice_tries (district_id, notice_id, way, at, outcome, detail, provider_id)
         select district_id, notice_id, way, $1, $2, '', '' from notice_tries, generate_series(1, 3) order by id limit 3`,
        [start, outcome],
      )
    await fails('unreachable')
    expect(await asks(newPhone(), after(60))).toBe('notices.codes-down')
    expect(await asks(newPhone(), after(601))).toBe('done')
    await fails('address')
    expect(await asks(newPhone(), after(60))).toBe('done')
  })

  it('is not sent to what is no mobile number', async () => {
    expect(await asks('037961234567')).toBe('notices.address-wrong')
  })
})
