import type { Context } from '#kernel/server/context.ts'
import { readSetting } from '#kernel/server/settings.ts'
import type { Channels, Way } from '../contract.ts'
import { findSecret } from './queries.ts'
import { aliyunSms } from './senders/aliyun-sms.ts'
import { demoSender } from './senders/demo.ts'
import { dingtalk, fetchDingTalkToken } from './senders/dingtalk.ts'
import { email } from './senders/email.ts'
import type { Sender, Templates } from './senders/sender.ts'
import { tencentSms } from './senders/tencent-sms.ts'
import { fetchWeChatToken, wechat } from './senders/wechat.ts'
import { fetchWeComToken, wecom } from './senders/wecom.ts'
import { channels } from './settings.ts'
import { tokensOf } from './tokens.ts'

export const secretField = (way: Way): string => `notice_credentials.${way}`

/** Whether a way is open. A demonstration has SMS, which nobody gets but everybody can read. */
export async function isOpen(ctx: Context, way: Way): Promise<boolean> {
  return (await readSetting(ctx, channels))[way].on || (ctx.demo && way === 'sms')
}

/** The sender of a way as it is set. In a demonstration nothing leaves the house. */
export async function senderFor(ctx: Context, way: Way): Promise<Sender> {
  if (ctx.demo) return demoSender(ctx, way)
  const how = await readSetting(ctx, channels)
  const row = await ctx.db.row(findSecret, [ctx.district.id, way])
  const secret = row ? ctx.personalData.open(ctx.district.id, secretField(way), row.secret_sealed) : ''
  return makers[way](ctx, how, secret)
}

const makers: Record<Way, (ctx: Context, how: Channels, secret: string) => Sender> = {
  sms: (_ctx, { sms }, secret) => {
    const shared = { ...sms, secret, endpoint: sms.base, templates: templatesOf(sms.templates) }
    return sms.provider === 'aliyun' ? aliyunSms(shared) : tencentSms(shared)
  },
  email: (_ctx, how, secret) => email({ ...how.email, secret }),
  wechat: (ctx, how, secret) => {
    const base = how.wechat.base || 'https://api.weixin.qq.com'
    const set = { ...how.wechat, secret, base, templates: templatesOf(how.wechat.templates) }
    return wechat(
      set,
      tokensOf(ctx, `wechat:${set.appId}`, (afresh) => fetchWeChatToken(set, afresh)),
    )
  },
  wecom: (ctx, how, secret) => {
    const set = { ...how.wecom, secret, base: how.wecom.base || 'https://qyapi.weixin.qq.com' }
    return wecom(
      set,
      tokensOf(ctx, `wecom:${set.corpId}:${set.agentId}`, () => fetchWeComToken(set)),
    )
  },
  dingtalk: (ctx, how, secret) => {
    const set = { ...how.dingtalk, secret, base: how.dingtalk.base || 'https://oapi.dingtalk.com' }
    return dingtalk(
      set,
      tokensOf(ctx, `dingtalk:${set.appKey}`, () => fetchDingTalkToken(set)),
    )
  },
}

const templatesOf = (listed: Channels['sms']['templates']): Templates =>
  Object.fromEntries(listed.map(({ kind, code, fields }) => [kind, { code, fields }]))
