import { afterEach, describe, expect, it } from 'vitest'
import { openAliyunSms } from '#testing/stand-ins/aliyun-sms.ts'
import { openDingTalk } from '#testing/stand-ins/dingtalk.ts'
import { openMail } from '#testing/stand-ins/mail.ts'
import { openTencentSms } from '#testing/stand-ins/tencent-sms.ts'
import { openWeChat } from '#testing/stand-ins/wechat.ts'
import { openWeCom } from '#testing/stand-ins/wecom.ts'
import { aliyunSms } from './aliyun-sms.ts'
import { dingtalk, fetchDingTalkToken } from './dingtalk.ts'
import { email } from './email.ts'
import type { Message } from './sender.ts'
import { tencentSms } from './tencent-sms.ts'
import type { Fetched, Tokens } from './token.ts'
import { fetchWeChatToken, wechat } from './wechat.ts'
import { fetchWeComToken, wecom } from './wecom.ts'

const open: { close(): Promise<void> }[] = []
const opened = async <Server extends { close(): Promise<void> }>(
  server: Promise<Server>,
): Promise<Server> => {
  open.push(await server)
  return server
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

const phone = '10000000000'
const message = (more: Partial<Message> = {}): Message => ({
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'test.answered',
  address: phone,
  language: 'zh',
  title: '您反映的事有答复了',
  sign: '文苑街道网格化服务中心',
  text: '2026-000399 已答复，请看看满不满意。',
  short: '您反映的2026-000399已答复。',
  values: { number: '2026-000399', due: '11月25日 18:00' },
  link: 'https://yige.example.gov.cn/r/ABC',
  ...more,
})
const templates = { 'test.answered': { code: 'SMS_1', fields: ['number', 'due'] } }

/** Keeps a token in this process: what stands in the database is tested where the database is. */
function remembered(fetchToken: (afresh: boolean) => Promise<Fetched>): Tokens {
  let token: string | undefined
  const renew = async (afresh: boolean): Promise<string> => {
    token = (await fetchToken(afresh)).token
    return token
  }
  return { get: async () => token ?? renew(false), renew: () => renew(true) }
}

/** Nobody listens there. */
const nowhere = 'http://127.0.0.1:10'
const unreachable = { ok: false, outcome: 'unreachable', again: 'soon' }

describe('SMS by Aliyun', () => {
  const keys = { keyId: 'LTAI-key', secret: 'aliyun-secret' }
  const ready = async () => {
    const server = await opened(openAliyunSms(keys))
    const set = { ...keys, signature: '锦河区社区', templates, endpoint: server.url }
    return { server, set, sender: aliyunSms(set) }
  }

  it('fills the approved template, signed as the provider demands', async () => {
    const { server, sender } = await ready()
    expect(await sender.send(message())).toEqual({ ok: true, providerId: '90001^0' })
    expect(server.sent).toEqual([
      {
        PhoneNumbers: phone,
        SignName: '锦河区社区',
        TemplateCode: 'SMS_1',
        param: { number: '2026-000399', due: '11月25日 18:00' },
        OutId: message().id,
      },
    ])
  })

  it('understands what the provider refuses, and quotes no number', async () => {
    const { server, set, sender } = await ready()
    const expected = [
      ['isv.MOBILE_NUMBER_ILLEGAL', 'address', 'never'],
      ['isv.BUSINESS_LIMIT_CONTROL', 'quota', 'tomorrow'],
      ['isv.AMOUNT_NOT_ENOUGH', 'spent', 'tomorrow'],
      ['isv.SMS_TEMPLATE_ILLEGAL', 'template', 'never'],
      ['isp.SYSTEM_ERROR', 'busy', 'soon'],
      ['isv.NOBODY_KNOWS', 'refused', 'soon'],
    ] as const
    for (const [code, outcome, again] of expected) {
      server.refuseNext(code)
      expect(await sender.send(message())).toEqual({ ok: false, outcome, again, detail: code })
    }
    const wrong = { ok: false, outcome: 'credentials', again: 'soon' }
    expect(await aliyunSms({ ...set, secret: 'another' }).send(message())).toMatchObject(wrong)
    expect(await aliyunSms({ ...set, keyId: 'another' }).send(message())).toMatchObject(wrong)
    expect(await sender.send(message({ kind: 'test.unknown' }))).toMatchObject({ outcome: 'template' })
    expect(await aliyunSms({ ...set, endpoint: nowhere }).send(message())).toMatchObject(unreachable)
  })
})

describe('SMS by Tencent', () => {
  const keys = { keyId: 'AKID-key', secret: 'tencent-secret' }
  const ready = async () => {
    const server = await opened(openTencentSms(keys))
    const set = {
      ...keys,
      appId: '1400006666',
      region: '',
      signature: '锦河区社区',
      templates,
      endpoint: server.url,
    }
    return { server, set, sender: tencentSms(set) }
  }

  it('gives the values in the order of the template, signed as the provider demands', async () => {
    const { server, sender } = await ready()
    expect(await sender.send(message())).toEqual({ ok: true, providerId: '5000:1' })
    expect(server.sent).toEqual([
      {
        PhoneNumberSet: [`+86${phone}`],
        SmsSdkAppId: '1400006666',
        SignName: '锦河区社区',
        TemplateId: 'SMS_1',
        TemplateParamSet: ['2026-000399', '11月25日 18:00'],
        SessionContext: message().id,
      },
    ])
  })

  it('understands what the provider refuses, and quotes no number', async () => {
    const { server, set, sender } = await ready()
    const expected = [
      ['InvalidParameterValue.IncorrectPhoneNumber', 'address', 'never'],
      ['LimitExceeded.PhoneNumberDailyLimit', 'quota', 'tomorrow'],
      ['FailedOperation.InsufficientBalanceInSmsPackage', 'spent', 'tomorrow'],
      ['FailedOperation.TemplateIncorrectOrUnapproved', 'template', 'never'],
      ['InternalError.Timeout', 'busy', 'soon'],
    ] as const
    for (const [code, outcome, again] of expected) {
      server.refuseNext(code)
      expect(await sender.send(message())).toEqual({ ok: false, outcome, again, detail: code })
    }
    const wrong = { ok: false, outcome: 'credentials', again: 'soon' }
    expect(await tencentSms({ ...set, secret: 'another' }).send(message())).toMatchObject(wrong)
    expect(await tencentSms({ ...set, keyId: 'another' }).send(message())).toMatchObject(wrong)
    expect(await tencentSms({ ...set, endpoint: nowhere }).send(message())).toMatchObject(unreachable)
  })
})

describe('e-mail', () => {
  const who = { user: 'yige@example.gov.cn', secret: 'mail-secret' }
  const address = 'limin@example.gov.cn'
  const ready = async () => {
    const server = await opened(openMail(who, new Set([address])))
    const set = {
      host: server.host,
      port: server.port,
      secure: false,
      from: '一格 <yige@example.gov.cn>',
      ...who,
    }
    return { server, set, sender: email(set) }
  }

  it('arrives with its text and link, under a name that is the same at each try', async () => {
    const { server, sender } = await ready()
    expect(await sender.send(message({ address }))).toEqual({ ok: true, providerId: message().id })
    const [sent] = server.sent
    expect(sent).toMatchObject({ from: 'yige@example.gov.cn', to: [address] })
    expect(sent?.head).toContain(`Message-ID: <${message().id}@example.gov.cn>`)
    expect(sent?.head).toContain('Auto-Submitted: auto-generated')
    expect(sent?.text).toContain(`${message().text}\r\n\r\n${message().link}\r\n\r\n${message().sign}`)
  })

  it('tells a mailbox that is not there from a server that is busy', async () => {
    const { server, set, sender } = await ready()
    const nobody = await sender.send(message({ address: 'nobody@example.gov.cn' }))
    expect(nobody).toEqual({ ok: false, outcome: 'address', again: 'never', detail: '550' })
    server.refuseNext(451)
    expect(await sender.send(message({ address }))).toMatchObject({ outcome: 'busy', again: 'soon' })
    server.refuseNext(554)
    expect(await sender.send(message({ address }))).toMatchObject({ outcome: 'refused', again: 'never' })
    const wrong = email({ ...set, secret: 'another' })
    expect(await wrong.send(message({ address }))).toMatchObject({ outcome: 'credentials' })
    expect(await email({ ...set, port: 10 }).send(message({ address }))).toMatchObject(unreachable)
  })
})

describe('WeChat', () => {
  const keys = { appId: 'wx1', secret: 'wechat-secret' }
  const address = 'openid-of-li-nainai'
  const ready = async (mode: 'template' | 'subscribe' = 'template') => {
    const server = await opened(openWeChat(keys, new Set([address])))
    const kinds = { 'test.answered': { code: 'tm-1', fields: ['character_string1=number', 'time2=due'] } }
    const set = { ...keys, mode, templates: kinds, base: server.url }
    return {
      server,
      set,
      sender: wechat(
        set,
        remembered((afresh) => fetchWeChatToken(set, afresh)),
      ),
    }
  }
  const data = { character_string1: { value: '2026-000399' }, time2: { value: '11月25日 18:00' } }

  it('sends a template message, and never the same one twice', async () => {
    const { server, sender } = await ready()
    expect(await sender.send(message({ address }))).toEqual({ ok: true, providerId: '2000001' })
    await sender.send(message({ address }))
    expect(server.sent).toEqual([
      {
        path: '/cgi-bin/message/template/send',
        body: {
          touser: address,
          template_id: 'tm-1',
          url: 'https://yige.example.gov.cn/r/ABC',
          data,
          client_msg_id: message().id.slice(0, 32),
        },
      },
    ])
    expect(server.tokens.given).toBe(1)
  })

  it('sends a subscribed notice where that is what the account may', async () => {
    const { server, sender } = await ready('subscribe')
    expect(await sender.send(message({ address, link: undefined }))).toMatchObject({ ok: true })
    expect(server.sent).toEqual([
      { path: '/cgi-bin/message/subscribe/bizsend', body: { touser: address, template_id: 'tm-1', data } },
    ])
  })

  it('fetches another token when the platform ended the one it has', async () => {
    const { server, sender } = await ready()
    await sender.send(message({ address }))
    server.tokens.end()
    expect(await sender.send(message({ address, id: 'another' }))).toMatchObject({ ok: true })
    expect([server.sent.length, server.tokens.given]).toEqual([2, 2])
  })

  it('understands who left, what is used up, and a wrong secret', async () => {
    const { server, set, sender } = await ready()
    expect(await sender.send(message({ address: 'openid-of-somebody' }))).toEqual({
      ok: false,
      outcome: 'address',
      again: 'never',
      detail: '43004',
    })
    server.refuseNext(45009)
    expect(await sender.send(message({ address }))).toMatchObject({ outcome: 'spent', again: 'tomorrow' })
    server.refuseNext(-1)
    expect(await sender.send(message({ address }))).toMatchObject({ outcome: 'busy', again: 'soon' })
    const other = { ...set, secret: 'another' }
    const wrong = wechat(
      other,
      remembered((afresh) => fetchWeChatToken(other, afresh)),
    )
    expect(await wrong.send(message({ address }))).toMatchObject({ outcome: 'credentials', detail: '40125' })
    const lost = { ...set, base: nowhere }
    const away = wechat(
      lost,
      remembered((afresh) => fetchWeChatToken(lost, afresh)),
    )
    expect(await away.send(message({ address }))).toMatchObject(unreachable)
  })
})

describe('WeCom', () => {
  const keys = { corpId: 'ww1', secret: 'wecom-secret' }
  const ready = async () => {
    const server = await opened(openWeCom(keys, new Set(['wangfang'])))
    const set = { ...keys, agentId: '1000002', base: server.url }
    return {
      server,
      set,
      sender: wecom(
        set,
        remembered(() => fetchWeComToken(set)),
      ),
    }
  }

  it('sends a card with the way to the matter, and the same one only once', async () => {
    const { server, sender } = await ready()
    expect(await sender.send(message({ address: 'wangfang' }))).toEqual({ ok: true, providerId: 'msg-1' })
    await sender.send(message({ address: 'wangfang' }))
    expect(server.sent).toHaveLength(1)
    expect(server.sent[0]).toMatchObject({
      touser: 'wangfang',
      msgtype: 'textcard',
      agentid: 1_000_002,
      textcard: { title: message().title, description: message().text, url: message().link },
    })
  })

  it('fetches another token when its own is over, and knows whom it did not reach', async () => {
    const { server, set, sender } = await ready()
    await sender.send(message({ address: 'wangfang' }))
    server.tokens.end()
    expect(await sender.send(message({ address: 'wangfang', link: undefined }))).toMatchObject({ ok: true })
    expect(await sender.send(message({ address: 'nobody' }))).toMatchObject({
      outcome: 'address',
      again: 'never',
    })
    server.refuseNext(45009)
    expect(await sender.send(message({ address: 'wangfang' }))).toMatchObject({ again: 'tomorrow' })
    const other = { ...set, secret: 'another' }
    const wrong = wecom(
      other,
      remembered(() => fetchWeComToken(other)),
    )
    expect(await wrong.send(message({ address: 'wangfang' }))).toMatchObject({ outcome: 'credentials' })
  })
})

describe('DingTalk', () => {
  const keys = { appKey: 'ding1', secret: 'dingtalk-secret' }
  const ready = async () => {
    const server = await opened(openDingTalk(keys, new Set(['manager123'])))
    const set = { ...keys, agentId: '1234', base: server.url }
    return {
      server,
      set,
      sender: dingtalk(
        set,
        remembered(() => fetchDingTalkToken(set)),
      ),
    }
  }

  it('sends a work notice with a way to open it', async () => {
    const { server, sender } = await ready()
    const sent = await sender.send(message({ address: 'manager123' }))
    expect(sent).toEqual({ ok: true, providerId: '256271667001' })
    expect(server.sent[0]).toMatchObject({
      agent_id: 1234,
      userid_list: 'manager123',
      msg: { msgtype: 'action_card', action_card: { single_title: '打开', single_url: message().link } },
    })
  })

  it('fetches another token when its own is over, and knows whom it did not reach', async () => {
    const { server, set, sender } = await ready()
    await sender.send(message({ address: 'manager123' }))
    server.tokens.end()
    expect(await sender.send(message({ address: 'manager123', link: undefined }))).toMatchObject({ ok: true })
    expect(await sender.send(message({ address: 'nobody' }))).toMatchObject({
      outcome: 'address',
      again: 'never',
      detail: '33012',
    })
    server.refuseNext(90018)
    expect(await sender.send(message({ address: 'manager123' }))).toMatchObject({ outcome: 'busy' })
    const other = { ...set, secret: 'another' }
    const wrong = dingtalk(
      other,
      remembered(() => fetchDingTalkToken(other)),
    )
    expect(await wrong.send(message({ address: 'manager123' }))).toMatchObject({ outcome: 'credentials' })
  })
})
