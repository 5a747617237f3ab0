import * as otpauth from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#modules/people/server/door.ts'
import { writeSetting } from '#kernel/server/settings.ts'
import type { Caller } from '#testing/caller.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { takeCode } from './second-factor.ts'
import { signInRules } from './sign-in-rules.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const wrongCode = { code: 'people.code-wrong', status: 401 }

/** What an authenticator app on the phone shows; `halfMinutes` later. */
const shown = (secret: string, halfMinutes = 0): string =>
  new otpauth.TOTP({ secret: secret.replaceAll(' ', '') }).generate({
    timestamp: Date.now() + halfMinutes * 30_000,
  })

async function binds(person: Caller): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await person.calls(contract.offerFactor, { body: { password: demoPassword } })
  const { recoveryCodes } = await person.calls(contract.confirmFactor, { body: { code: shown(secret) } })
  return { secret, recoveryCodes }
}

async function firstStep(login: string, browser = world.browser(), password = demoPassword) {
  const { needs, ticket, session } = await browser.calls(contract.signIn, { body: { login, password } })
  if (!ticket) throw new Error(`nothing more is wanted of ${login}`)
  const gives = (code: string) => browser.calls(contract.giveCode, { body: { ticket, code } })
  return { browser, needs, ticket, session, gives }
}

const rulesAre = (rules: Partial<contract.SignInRules>) =>
  world.at(new Date(), 'zhengkai', (ctx) =>
    writeSetting(ctx, signInRules, { ...signInRules.initial, ...rules }),
  )

describe('a second factor', () => {
  it('is asked for after the password, and until then nobody is signed in', async () => {
    const { secret } = await binds(world.person('limin'))
    const step = await firstStep('limin')
    expect([step.needs, step.session]).toEqual(['code', undefined])
    expect((await step.browser.asks(contract.readSession)).status).toBe(401)
    await expect(step.gives('000000')).rejects.toMatchObject(wrongCode)
    expect((await step.gives(shown(secret, 1))).session?.name).toBe('李敏')
  })

  it('counts only once a first code has confirmed it, and the password was asked again before', async () => {
    const zhouhang = world.person('zhouhang')
    await expect(
      zhouhang.calls(contract.offerFactor, { body: { password: 'not-my-password-1' } }),
    ).rejects.toMatchObject({ code: 'people.sign-in-wrong' })
    const offer = await zhouhang.calls(contract.offerFactor, { body: { password: demoPassword } })
    expect(offer.address).toMatch(/^otpauth:\/\/totp\/.*zhouhang\?/)
    expect(offer.drawing.path).toMatch(/^M0 0h1v1h-1z/)
    await expect(zhouhang.calls(contract.confirmFactor, { body: { code: '000000' } })).rejects.toMatchObject(
      wrongCode,
    )
    const again = await world
      .browser()
      .calls(contract.signIn, { body: { login: 'zhouhang', password: demoPassword } })
    expect(again.session?.name).toBe('周航')
  })

  it('takes no code twice, also not one of the half minute before', async () => {
    const { secret } = await binds(world.person('gaoyuan'))
    const code = shown(secret, 1)
    const [phone, stranger, late] = [
      await firstStep('gaoyuan'),
      await firstStep('gaoyuan'),
      await firstStep('gaoyuan'),
    ]
    expect((await phone.gives(code)).session?.name).toBe('高远')
    await expect(stranger.gives(code)).rejects.toMatchObject({ code: 'people.step-over' })
    const next = await firstStep('gaoyuan')
    await expect(next.gives(code)).rejects.toMatchObject(wrongCode)
    await expect(next.gives(shown(secret))).rejects.toMatchObject(wrongCode)
    await expect(late.gives(shown(secret))).rejects.toMatchObject({ code: 'people.step-over' })
  })

  it('takes one code of two that come at the same moment', async () => {
    const { secret } = await binds(world.person('tangxue'))
    const [one, other] = [await firstStep('tangxue'), await firstStep('tangxue')]
    const answers = await Promise.allSettled([one.gives(shown(secret, 1)), other.gives(shown(secret, 1))])
    expect(answers.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('makes a browser wait after five wrong codes, which the right password does not take back', async () => {
    const { secret } = await binds(world.person('panhong'))
    const browser = world.browser()
    for (let tries = 0; tries < 4; tries += 1) {
      const { gives } = await firstStep('panhong', browser)
      await expect(gives('123456')).rejects.toMatchObject(wrongCode)
    }
    const { gives } = await firstStep('panhong', browser)
    await expect(gives('123456')).rejects.toMatchObject(wrongCode)
    await expect(gives(shown(secret, 1))).rejects.toMatchObject({ code: 'people.sign-in-locked' })
    const elsewhere = await firstStep('panhong')
    expect((await elsewhere.gives(shown(secret, 1))).session?.name).toBe('潘虹')
  })

  it('allows for half a minute and no more', async () => {
    const { secret } = await binds(world.person('duanfei'))
    const id = await world.accountOf('duanfei')
    const owner = { id, login: 'duanfei' }
    const later = new Date(Date.now() + 600_000)
    const at = (now: Date, code: string) =>
      world.at(now, undefined, (ctx) => takeCode(ctx, owner, code, undefined))
    await expect(at(later, shown(secret, 17))).rejects.toThrow('not right')
    await at(later, shown(secret, 19))
  })

  it('is known to nobody who reads the database', async () => {
    const { secret, recoveryCodes } = await binds(world.person('fangting'))
    const rows = await world.rows(
      `select encode(secret_sealed, 'escape') as sealed, code_hash from second_factors f
       join recovery_codes r using (district_id, account_id)`,
    )
    const kept = JSON.stringify(rows)
    expect(kept).toContain('$argon2id$')
    for (const told of [secret, secret.replaceAll(' ', ''), ...recoveryCodes])
      expect(kept).not.toContain(told)
  })
})

describe('a recovery code', () => {
  it('stands for the phone once, however it is written', async () => {
    const { recoveryCodes } = await binds(world.person('luojian'))
    expect(recoveryCodes).toHaveLength(10)
    expect(recoveryCodes[3]).toMatch(/^3-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
    const code = recoveryCodes[3] ?? ''
    const first = await firstStep('luojian')
    expect((await first.gives(` ${code.toUpperCase().replaceAll('-', ' ')} `)).session?.name).toBe('罗健')
    await expect((await firstStep('luojian')).gives(code)).rejects.toMatchObject(wrongCode)
    const own = await world.person('luojian').calls(contract.readOwnAccount, {})
    expect(own.factor?.recoveryCodesLeft).toBe(9)
  })

  it('of an earlier set is good no more', async () => {
    const qiaomin = world.person('qiaomin')
    const { secret, recoveryCodes: old } = await binds(qiaomin)
    const body = { code: shown(secret, 1) }
    const { recoveryCodes } = await qiaomin.calls(contract.renewRecoveryCodes, { body })
    const step = await firstStep('qiaomin')
    await expect(step.gives(old[0] ?? '')).rejects.toMatchObject(wrongCode)
    expect((await step.gives(recoveryCodes[0] ?? '')).session?.name).toBe('乔敏')
  })
})

describe('removing the second factor', () => {
  it('takes a code of it', async () => {
    const shaolei = world.person('shaolei')
    const { secret } = await binds(shaolei)
    await expect(shaolei.calls(contract.removeFactor, { body: { code: '000000' } })).rejects.toMatchObject(
      wrongCode,
    )
    expect(await shaolei.calls(contract.removeFactor, { body: { code: shown(secret, 1) } })).toEqual({
      removed: true,
    })
    const { session } = await world
      .browser()
      .calls(contract.signIn, { body: { login: 'shaolei', password: demoPassword } })
    expect(session?.name).toBe('邵磊')
  })

  it('is on record, as is every use and failure', async () => {
    const rows = await world.rows<{ action: string }>(
      'select distinct action from audit_entries where subject = $1 order by action',
      [await world.accountOf('shaolei')],
    )
    expect(rows.map((row) => row.action)).toEqual(
      expect.arrayContaining([
        'people.code-failed',
        'people.factor-confirmed',
        'people.factor-offered',
        'people.factor-removed',
        'people.signed-in',
      ]),
    )
  })
})

describe('a post that demands a second factor', () => {
  it('leads whoever has none to binding one, and lets nobody past', async () => {
    await rulesAre({ factorRoles: ['community_clerk'] })
    const { browser, needs, ticket, gives } = await firstStep('chenjing')
    expect(needs).toBe('enrol')
    expect((await browser.asks(contract.readSession)).status).toBe(401)
    await expect(gives('123456')).rejects.toMatchObject({ code: 'people.step-over' })
    const offer = await browser.calls(contract.offerFactorAtSignIn, { body: { ticket } })
    const confirm = (code: string) =>
      browser.calls(contract.confirmFactorAtSignIn, { body: { ticket, code } })
    await expect(confirm('000000')).rejects.toMatchObject(wrongCode)
    const done = await confirm(shown(offer.secret))
    expect([done.session?.name, done.recoveryCodes.length]).toEqual(['陈静', 10])
    expect((await firstStep('chenjing')).needs).toBe('code')
  })

  it('does not let it be removed by oneself', async () => {
    const xurui = world.person('xurui')
    await rulesAre({})
    const { secret } = await binds(xurui)
    await rulesAre({ factorRoles: ['community_clerk'] })
    await expect(
      xurui.calls(contract.removeFactor, { body: { code: shown(secret, 1) } }),
    ).rejects.toMatchObject({ code: 'people.factor-demanded' })
    await rulesAre({})
  })
})

describe('a ticket', () => {
  it('is over after a quarter of an hour, and with the account', async () => {
    await binds(world.person('zhaojianguo'))
    const step = await firstStep('zhaojianguo')
    await world.rows(`update sign_in_steps set expires_at = now() - interval '1 second'`)
    await expect(step.gives('123456')).rejects.toMatchObject({ code: 'people.step-over', status: 401 })
    const other = await firstStep('zhaojianguo')
    await world.rows(`update accounts set disabled_at = now() where login = 'zhaojianguo'`)
    await expect(other.gives('123456')).rejects.toMatchObject({ code: 'people.step-over' })
    await expect(
      world.browser().calls(contract.giveCode, {
        body: { ticket: 'made-up-ticket-of-no-one', code: '123456' },
      }),
    ).rejects.toMatchObject({ code: 'people.step-over' })
  })
})
