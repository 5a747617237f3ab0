import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMatter } from '#modules/matters/contract.ts'
import { demoPassword } from '#modules/people/server/door.ts'
import type { Caller } from '#testing/caller.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { faultsOf } from './password-rules.ts'
import { signInRules } from './sign-in-rules.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const zhengkai = () => world.person('zhengkai')
const enters = (login: string, password = demoPassword, browser = world.browser()) =>
  browser.calls(contract.signIn, { body: { login, password } })
const params = async (login: string) => ({ accountId: await world.accountOf(login) })
const isIn = async (caller: Caller) => (await caller.asks(contract.readSession)).status === 200
const rulesAre = (rules: Partial<contract.SignInRules>) =>
  zhengkai().calls(contract.changeSignInRules, { body: { ...signInRules.initial, ...rules } })
const weak = (...broken: contract.PasswordFault[]) => ({
  code: 'people.password-weak',
  details: { broken },
})

describe('a password', () => {
  it('keeps to the rules: long, of several kinds, without the name, and not a common one', () => {
    const rules = { minLength: 10, kinds: 3 }
    const faults = (password: string, login = 'chenjing') => faultsOf(rules, login, password)
    expect(faults('Spring-rain-26')).toEqual([])
    expect(faults('Ab1-')).toEqual(['short'])
    expect(faults('onlysmallletters')).toEqual(['kinds'])
    expect(faults('My-ChenJing-2026')).toEqual(['login'])
    for (const common of ['Admin@123456', 'P@ssw0rd123', 'Qwer1234!@#$', 'Huawei@12345', 'Aa12345678!'])
      expect(faults(common), common).toContain('common')
    for (const common of ['1234567890!', '1111-2222-1111', '1qaz@WSX3edc'])
      expect(faults(common), common).toContain('common')
    // Chinese counts by the character; full-width forms are what they stand for.
    expect(faults('小溪流水到门前2026年A')).toEqual([])
    expect(faults('ＡＢＣ１２３ａｂｃ－－')).toEqual(faults('ABC123abc--'))
  })

  it('is refused by the rules of the office, and one used before too', async () => {
    await rulesAre({ minLength: 12, kinds: 4, history: 2 })
    const limin = world.browser('limin')
    await limin.signsIn()
    const change = (current: string, next: string) =>
      limin.calls(contract.changePassword, { body: { current, next } })
    await expect(change(demoPassword, 'Short-1-word')).resolves.toEqual({ endedSessions: 0 })
    await expect(change('Short-1-word', 'short-1-word')).rejects.toMatchObject(weak('kinds'))
    await expect(change('Short-1-word', 'Short-1-word')).rejects.toMatchObject(weak('used'))
    await change('Short-1-word', 'Second-2-word')
    await expect(change('Second-2-word', 'Short-1-word')).rejects.toMatchObject(weak('used'))
    await change('Second-2-word', 'Third-3-words')
    await change('Third-3-words', 'Fourth-4-words')
    // Two back is remembered, three back is not.
    await change('Fourth-4-words', 'Short-1-word')
    await rulesAre({})
  })

  it('that somebody else gave is changed before anything else', async () => {
    const body = { login: 'xinlai', name: '新来的', password: 'first-password' }
    await zhengkai().calls(contract.addAccount, { body })
    const browser = world.browser()
    const { needs, ticket = '', session } = await enters('xinlai', 'first-password', browser)
    expect([needs, session, await isIn(browser)]).toEqual(['password', undefined, false])
    const give = (password: string) => browser.calls(contract.giveNewPassword, { body: { ticket, password } })
    await expect(give('first-password')).rejects.toMatchObject(weak('kinds'))
    expect((await give('My-own-word-7')).session?.name).toBe('新来的')
    expect((await enters('xinlai', 'My-own-word-7')).session?.name).toBe('新来的')
    await expect(give('Another-word-8')).rejects.toMatchObject({ code: 'people.step-over' })
  })

  it('is changed at sign-in when its time is over', async () => {
    await rulesAre({ maxAgeDays: 90 })
    await world.rows(
      `update accounts set password_changed_at = now() - interval '91 days' where login = 'fangting'`,
    )
    expect((await enters('fangting')).needs).toBe('password')
    expect((await enters('duanfei')).session?.name).toBe('段飞')
    const own = await world.person('duanfei').calls(contract.readOwnAccount, {})
    expect(own.passwordUntil).toMatch(/^20/)
    await rulesAre({})
    expect((await enters('fangting')).session?.name).toBe('方婷')
  })
})

describe('the rules of signing in', () => {
  it('are kept with who changed them, and the change is on record with before and after', async () => {
    const answer = await rulesAre({ tries: 3, help: '找区网格中心郑凯。' })
    expect(answer).toMatchObject({ rules: { tries: 3 }, changed: { by: '郑凯' } })
    expect(await zhengkai().calls(contract.readSignInRules, {})).toEqual(answer)
    expect((await world.browser().calls(contract.readWaysIn, {})).help).toBe('找区网格中心郑凯。')
    const told = await world.value<object>(
      `select details from audit_entries where action = 'settings.changed' order by id desc limit 1`,
    )
    expect(told).toMatchObject({ from: { tries: 5 }, to: { tries: 3 } })
    const browser = world.browser()
    for (let tries = 0; tries < 3; tries += 1)
      await browser.asks(contract.signIn, { body: { login: 'majun', password: 'wrong-password' } })
    await expect(enters('majun', demoPassword, browser)).rejects.toMatchObject({
      code: 'people.sign-in-locked',
    })
    await rulesAre({})
  })

  it('end sessions that are idle, and shorten those that are open', async () => {
    await rulesAre({ idleMinutes: 30 })
    const [desk, phone] = [world.browser('songtao'), world.browser()]
    await desk.signsIn()
    const kept = await phone.asks(contract.signIn, {
      body: { login: 'songtao', password: demoPassword, keep: true },
    })
    phone.session = kept.response.cookies.find((each) => each.name === 'yige_session')?.value
    await world.rows(
      `update sessions set created_at = now() - interval '31 minutes', used_at = now() - interval '29 minutes'
      where account_id = $1`,
      [await world.accountOf('songtao')],
    )
    expect(await isIn(desk)).toBe(true)
    await world.rows(`update sessions set used_at = now() - interval '31 minutes' where account_id = $1`, [
      await world.accountOf('songtao'),
    ])
    expect([await isIn(desk), await isIn(phone)]).toEqual([false, true])
    await rulesAre({ keepDays: 0 })
    expect(await isIn(phone)).toBe(false)
    await rulesAre({})
  })

  it('note at most once a minute that a session is in use', async () => {
    const yaoqiang = world.person('yaoqiang')
    await yaoqiang.signsIn()
    const id = await world.accountOf('yaoqiang')
    const used = () => world.value<Date | null>('select used_at from sessions where account_id = $1', [id])
    await isIn(yaoqiang)
    expect(await used()).toBeNull()
    await world.rows(`update sessions set created_at = now() - interval '2 minutes' where account_id = $1`, [
      id,
    ])
    await isIn(yaoqiang)
    expect(await used()).toBeInstanceOf(Date)
  })
})

describe('the own sessions', () => {
  const agents = {
    desk: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    phone: 'Mozilla/5.0 (Linux; Android 14; PGT-AN00) AppleWebKit/537.36 Mobile MicroMessenger/8.0.49',
  }
  it('are told by kind of device, and can be ended one by one or all but this one', async () => {
    const [desk, phone, third] = [world.browser(), world.browser(), world.browser()]
    for (const [browser, agent] of [
      [desk, agents.desk],
      [phone, agents.phone],
      [third, ''],
    ] as const) {
      const headers = { 'user-agent': agent }
      const body = { login: 'jiangnan', password: demoPassword }
      const { response } = await browser.asks(contract.signIn, { body, headers })
      browser.session = response.cookies.find((each) => each.name === 'yige_session')?.value
    }
    const { items } = await desk.calls(contract.listOwnSessions, {})
    expect(items.map((each) => [each.device, each.browser, each.isThis])).toEqual(
      expect.arrayContaining([
        ['computer', 'edge', true],
        ['phone', 'wechat', false],
        ['other', 'other', false],
      ]),
    )
    const sessionId = items.find((each) => each.browser === 'wechat')?.id ?? ''
    await desk.calls(contract.endOwnSession, { params: { sessionId } })
    expect([await isIn(desk), await isIn(phone), await isIn(third)]).toEqual([true, false, true])
    const stranger = world.person('dengjie')
    await expect(
      stranger.calls(contract.endOwnSession, { params: { sessionId: items[0]?.id ?? '' } }),
    ).rejects.toMatchObject({ code: 'people.session-not-found' })
    expect(await desk.calls(contract.endOtherSessions, {})).toEqual({ endedSessions: 1 })
    expect([await isIn(desk), await isIn(third)]).toEqual([true, false])
  })
})

describe('the security administrator', () => {
  it('finds accounts by name, page by page, and sees what each has', async () => {
    const first = await zhengkai().calls(contract.listAccounts, { query: { limit: 20 } })
    const second = await zhengkai().calls(contract.listAccounts, {
      query: { limit: 20, after: first.next ?? '' },
    })
    const seen = [...first.items, ...second.items].map((each) => each.accountId)
    expect([seen.length, new Set(seen).size]).toEqual([40, 40])
    const { items } = await zhengkai().calls(contract.listAccounts, { query: { q: 'gaoy' } })
    expect(items).toMatchObject([
      { name: '高远', hasFactor: false, passwordIsFirst: false, posts: [{ role: 'street_leader' }, {}] },
    ])
    const noPost = await zhengkai().calls(contract.listAccounts, { query: { state: 'no-post' } })
    expect(noPost.items.map((each) => each.login)).toContain('xinlai')
    expect(noPost.items.map((each) => each.login)).not.toContain('gaoyuan')
  })

  it('disables an account: it is out at once, and its matters go to others', async () => {
    const majun = world.person('majun')
    const matterId = await world.matterOf(await world.report({ place: 'binhe-12' }))
    const { matter } = await majun.calls(readMatter, { params: { matterId } })
    expect(matter.handler?.name).toBe('马军')
    const body = { reason: '借调外区三个月。' }
    await zhengkai().calls(contract.disableAccount, { params: await params('majun'), body })
    expect(await isIn(majun)).toBe(false)
    await expect(enters('majun')).rejects.toMatchObject({ code: 'people.sign-in-wrong' })
    const { items } = await zhengkai().calls(contract.listAccounts, { query: { state: 'disabled' } })
    expect(items).toMatchObject([{ login: 'majun', openSessions: 0 }])
    const jobs = await world.value<number>(
      `select count(*)::int from jobs.job where name = 'people.post-ended' and data->'payload'->>'accountId' = $1`,
      [await world.accountOf('majun')],
    )
    expect(jobs).toBe(1)
    await zhengkai().calls(contract.enableAccount, { params: await params('majun') })
    expect((await enters('majun')).session?.name).toBe('马军')
  })

  it('gives a first password and removes a lost second factor, and both end what was open', async () => {
    const hewei = world.person('hewei')
    await hewei.signsIn()
    const body = { password: 'given-again-1' }
    await zhengkai().calls(contract.resetPassword, { params: await params('hewei'), body })
    expect(await isIn(hewei)).toBe(false)
    await expect(enters('hewei')).rejects.toMatchObject({ code: 'people.sign-in-wrong' })
    expect((await enters('hewei', 'given-again-1')).needs).toBe('password')
    expect(await zhengkai().calls(contract.removeAccountFactor, { params: await params('hewei') })).toEqual({
      removed: false,
    })
  })

  it('does none of this to the own account', async () => {
    const own = await params('zhengkai')
    const refused = { code: 'people.own-account', status: 409 }
    const body = { reason: '手滑了。' }
    await expect(zhengkai().calls(contract.disableAccount, { params: own, body })).rejects.toMatchObject(
      refused,
    )
    await expect(
      zhengkai().calls(contract.resetPassword, { params: own, body: { password: 'a-new-one-for-me' } }),
    ).rejects.toMatchObject(refused)
    await expect(zhengkai().calls(contract.removeAccountFactor, { params: own })).rejects.toMatchObject(
      refused,
    )
  })

  it('signs one out, and everybody, but not the own session', async () => {
    const [xurui, panhong] = [world.person('xurui'), world.person('panhong')]
    await Promise.all([xurui.signsIn(), panhong.signsIn()])
    await zhengkai().calls(contract.endAccountSessions, { params: await params('xurui') })
    expect([await isIn(xurui), await isIn(panhong)]).toEqual([false, true])
    await zhengkai().calls(contract.endAllSessions, {})
    expect([await isIn(panhong), await isIn(zhengkai())]).toEqual([false, true])
  })
})
