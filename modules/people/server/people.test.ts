import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#modules/people/server/door.ts'
import { readMatter } from '#modules/matters/contract.ts'
import { endArea } from '#modules/places/contract.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { readySignIn, signIn } from './sign-in.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const wrong = { code: 'people.sign-in-wrong', status: 401 }
async function signsIn(login: string, password: string, browser = world.browser()) {
  const { session } = await browser.calls(contract.signIn, { body: { login, password } })
  if (!session) throw new Error(`${login} is not signed in by the password alone`)
  return session
}

describe('signing in', () => {
  it('takes the right password, whatever the case of the name, and no other', async () => {
    expect((await signsIn(' WangFang ', demoPassword)).name).toBe('王芳')
    await expect(signsIn('wangfang', 'not the password')).rejects.toMatchObject(wrong)
    await expect(signsIn('nobody.here', demoPassword)).rejects.toMatchObject(wrong)
    await expect(signsIn("' or 1=1 --", demoPassword)).rejects.toMatchObject(wrong)
  })

  it('tells the posts held today and what they allow', async () => {
    const session = await signsIn('gaoyuan', demoPassword)
    expect(session.posts.map((post) => [post.role, post.areaName])).toEqual([
      ['street_leader', '文苑街道'],
      ['grid_leader', '学府第一网格'],
    ])
    expect(session.posts[0]?.permissions).toContain('matters.close')
    expect(JSON.stringify(session)).not.toMatch(/password|hash/)
  })

  it('makes a browser wait after five wrong tries, and nobody else', async () => {
    const [stumbling, colleague] = [world.browser(), world.browser()]
    for (let tries = 0; tries < 5; tries += 1)
      await expect(signsIn('chenjing', 'wrong-password', stumbling)).rejects.toMatchObject(wrong)
    const locked = await stumbling.asks(contract.signIn, {
      body: { login: 'chenjing', password: demoPassword },
    })
    expect(locked).toMatchObject({ status: 429, body: { code: 'people.sign-in-locked' } })
    expect(Number(locked.response.headers['retry-after'])).toBeGreaterThan(0)
    // Behind the same address: the same account from another browser, and another account from the same browser.
    expect((await signsIn('chenjing', demoPassword, colleague)).name).toBe('陈静')
    expect((await signsIn('xurui', demoPassword, stumbling)).name).toBe('徐蕊')
  })

  it('is open again after ten minutes', async () => {
    const browser = world.browser()
    for (let tries = 0; tries < 5; tries += 1)
      await browser.asks(contract.signIn, { body: { login: 'majun', password: 'wrong-password' } })
    const body = { login: 'majun', password: demoPassword }
    expect((await browser.asks(contract.signIn, { body })).status).toBe(429)
    const tries = (now: Date) =>
      world.at(now, undefined, async (ctx) => {
        const caller = { ...ctx.caller, device: browser.device.split('.')[0] }
        const matched = await (await readySignIn({ ...ctx, caller }, body))()
        return signIn({ ...ctx, caller }, body, matched)
      })
    await expect(tries(new Date())).rejects.toThrow('Too many wrong tries')
    const later = new Date(Date.now() + 10 * 60_000 + 1_000)
    expect((await tries(later)).session?.name).toBe('马军')
  })

  it('gives an API client a token instead of a cookie, good for reading and writing', async () => {
    const client = world.browser()
    const body = { login: 'wangfang', password: demoPassword, bearer: true }
    const answer = await client.asks(contract.signIn, { body })
    expect(answer.response.cookies).toEqual([])
    const { token } = answer.body as { token: string }
    const headers = { authorization: `Bearer ${token}`, origin: 'https://elsewhere.example' }
    expect((await world.browser().asks(contract.readSession, { headers })).body).toMatchObject({
      name: '王芳',
    })
    expect((await world.browser().asks(contract.signOut, { headers })).status).toBe(200)
    expect((await world.browser().asks(contract.readSession, { headers })).status).toBe(401)
  })

  it('sets a cookie no script can read and no other site sends along', async () => {
    const answer = await world
      .browser()
      .asks(contract.signIn, { body: { login: 'limin', password: demoPassword } })
    const cookie = answer.response.cookies.find((each) => each.name === 'yige_session')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  })

  it('keeps no password and no token in the database', async () => {
    const browser = world.browser('tangxue')
    await browser.signsIn()
    const rows = await world.rows<{ text: string }>(
      `select a.password_hash || encode(s.token_hash, 'hex') as text
       from accounts a join sessions s on s.account_id = a.id where a.login = 'tangxue'`,
    )
    expect(rows[0]?.text).toMatch(/^\$argon2id\$/)
    expect(JSON.stringify(rows)).not.toContain(browser.session)
    expect(JSON.stringify(rows)).not.toContain(demoPassword)
  })
})

describe('an account', () => {
  it('that is disabled can do nothing from that moment', async () => {
    const hanlei = world.person('hanlei')
    await hanlei.calls(contract.readSession, {})
    await world.rows(`update accounts set disabled_at = now() where login = 'hanlei'`)
    await expect(hanlei.calls(contract.readSession, {})).rejects.toMatchObject({ code: 'session.needed' })
    await expect(signsIn('hanlei', demoPassword)).rejects.toMatchObject(wrong)
  })

  it('ends its other sessions when the password changes', async () => {
    const [phone, desk] = [world.browser('fangting'), world.browser('fangting')]
    await Promise.all([phone.signsIn(), desk.signsIn()])
    const change = (current: string, next: string) =>
      desk.calls(contract.changePassword, { body: { current, next } })
    await expect(change('not-the-current', 'a-new-password-1')).rejects.toMatchObject(wrong)
    await expect(change(demoPassword, 'short')).rejects.toMatchObject({ code: 'request.invalid' })
    expect(await change(demoPassword, 'a-new-password-1')).toEqual({ endedSessions: 1 })
    await expect(phone.calls(contract.readSession, {})).rejects.toMatchObject({ status: 401 })
    expect((await desk.calls(contract.readSession, {})).name).toBe('方婷')
    await expect(signsIn('fangting', demoPassword)).rejects.toMatchObject(wrong)
    expect((await signsIn('fangting', 'a-new-password-1')).name).toBe('方婷')
  })

  it('has a sign-in name of its own', async () => {
    const body = { login: 'wangfang', name: '另一个王芳', password: 'long-enough-now' }
    await expect(world.person('zhengkai').calls(contract.addAccount, { body })).rejects.toMatchObject({
      code: 'people.login-taken',
    })
  })
})

describe('a post', () => {
  const zhengkai = () => world.person('zhengkai')
  const add = async (login: string, role: contract.Role, area: string, more: object = {}) =>
    zhengkai().calls(contract.addPost, {
      body: { accountId: await world.accountOf(login), role, areaId: world.area(area), ...more },
    })

  it('of a full-time worker is held by one at a time in a grid, and by the next when it is free', async () => {
    await expect(add('taohai', 'grid_worker', 'binxi-g5')).rejects.toMatchObject({
      code: 'people.post-taken',
    })
    const postId = await world.value<string>(`select p.id from posts p join accounts a on a.id = p.account_id
      where a.login = 'wuxiaomei'`)
    await zhengkai().calls(contract.endPost, { params: { postId } })
    expect((await add('taohai', 'grid_worker', 'binxi-g5')).holder).toBe('陶海')
    // Helpers are as many as there are.
    await add('taohai', 'grid_helper', 'binxi-g4')
    await add('niuguifen', 'grid_helper', 'binxi-g4')
  })

  it('is given to two at one moment only once', async () => {
    const outcomes = await Promise.allSettled([
      add('dingyulan', 'grid_worker', 'binxi-g6'),
      add('caopeng', 'grid_worker', 'binxi-g6'),
    ])
    expect(outcomes.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('lies in an area of its kind', async () => {
    await expect(add('taohai', 'grid_worker', 'binxi')).rejects.toMatchObject({
      code: 'people.role-not-for-area',
    })
  })

  it('of one kind of administrator is not given to who is another kind at that time', async () => {
    await expect(add('sunli', 'security_admin', 'jinhe')).rejects.toMatchObject({
      code: 'people.admin-kinds-apart',
    })
    await expect(add('xiaqing', 'district_admin', 'jinhe')).rejects.toMatchObject({
      code: 'people.admin-kinds-apart',
    })
    // Beside other work, and one after the other, it may be.
    await add('sunli', 'district_staff', 'jinhe')
    await add('tangxue', 'auditor', 'jinhe', { validFrom: '2020-01-01', validTo: '2020-06-01' })
    await add('tangxue', 'security_admin', 'jinhe', { validFrom: '2020-06-01', validTo: '2021-01-01' })
  })

  it('of a security administrator gives no right over areas, nor the system administrator any over accounts', async () => {
    const params = { areaId: world.area('binxi') }
    await expect(zhengkai().calls(endArea, { params })).rejects.toMatchObject({ code: 'permission.refused' })
    const body = { login: 'by.sunli', name: '新同事', password: 'long-enough-now' }
    await expect(world.person('sunli').calls(contract.addAccount, { body })).rejects.toMatchObject({
      code: 'permission.refused',
    })
  })

  it('that begins tomorrow gives nothing today', async () => {
    const tomorrow = new Date(Date.now() + 36 * 3600_000).toISOString().slice(0, 10)
    await add('haoyongsheng', 'community_clerk', 'wenchang', { validFrom: tomorrow })
    const posts = (await world.person('haoyongsheng').calls(contract.readSession, {})).posts
    expect(posts.map((post) => post.role)).toEqual(['unit_leader'])
  })

  it('ended takes its rights at once', async () => {
    const houli = world.person('houli')
    const matterId = await world.matterOf(await world.report({ place: 'xipan-12' }))
    await houli.calls(readMatter, { params: { matterId } })
    const { posts } = await houli.calls(contract.readSession, {})
    await zhengkai().calls(contract.endPost, { params: { postId: posts[0]?.id ?? '' } })
    await expect(houli.calls(contract.listPosts, {})).rejects.toMatchObject({ code: 'permission.refused' })
    expect((await houli.calls(contract.readSession, {})).posts).toEqual([])
  })

  it('stands in the list of gaps where it is missing', async () => {
    const query = { area: world.area('nanqiao-community') }
    const gaps = await zhengkai().calls(contract.listStaffingGaps, { query })
    expect(gaps.grids).toBe(3)
    expect(gaps.items.find((item) => item.areaName === '南桥第三网格')?.missing).toEqual([
      'grid_leader',
      'grid_worker',
      'grid_helper',
    ])
  })
})

describe('whom to ask', () => {
  it('shows name, post and work phone, and nothing else of a person', async () => {
    const params = { token: await world.doorOf('binhe-3') }
    const { items } = await world.browser().calls(contract.listContacts, { params })
    expect(items[0]).toMatchObject({ name: '王芳', role: 'grid_worker', areaName: '滨溪第一网格' })
    for (const item of items) {
      expect(Object.keys(item).toSorted()).toEqual(['areaName', 'duty', 'name', 'role', 'workPhone'])
      expect(item.workPhone).toMatch(/^(1000000\d{4})?$/)
    }
    const logins = await world.rows<{ login: string }>('select login from accounts')
    const shown = JSON.stringify(items)
    for (const { login } of logins) expect(shown).not.toContain(login)
  })
})
