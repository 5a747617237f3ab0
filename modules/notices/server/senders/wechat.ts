import { callJson } from './call-json.ts'
import {
  meaningOf,
  type Meanings,
  type Message,
  noTemplate,
  type Sender,
  type Sent,
  type Template,
  type Templates,
  unreachable,
} from './sender.ts'
import { type Fetched, TokenRefused, type Tokens, withToken } from './token.ts'

export type WeChat = {
  readonly appId: string
  readonly secret: string
  /** What the account may send: template messages 模板消息, or subscribed notices 订阅通知. */
  readonly mode: 'template' | 'subscribe'
  readonly templates: Templates
  readonly base: string
}

type Answer = { errcode?: number; msgid?: number }

/** developers.weixin.qq.com, "Global return codes". */
const meanings: Meanings = {
  '-1': ['busy', 'soon'],
  '40001': ['credentials', 'soon'],
  '40003': ['address', 'never'],
  '40013': ['credentials', 'soon'],
  '40014': ['credentials', 'soon'],
  '40037': ['template', 'never'],
  '40125': ['credentials', 'soon'],
  '40164': ['credentials', 'soon'],
  '41028': ['template', 'never'],
  '42001': ['credentials', 'soon'],
  // Does not follow the account (any more); refused this kind of message.
  '43004': ['address', 'never'],
  '43101': ['address', 'never'],
  '45009': ['spent', 'tomorrow'],
  '45011': ['busy', 'soon'],
  '47003': ['content', 'never'],
  '48001': ['credentials', 'soon'],
  '50001': ['credentials', 'soon'],
}
const stale = new Set([40001, 40014, 42001])

/** The stable token: asking for it does not end the one that another system of the same account uses. */
export async function fetchWeChatToken(how: WeChat, afresh: boolean): Promise<Fetched> {
  const answer = await callJson<{ access_token?: string; expires_in?: number; errcode?: number }>(
    `${how.base}/cgi-bin/stable_token`,
    {},
    { grant_type: 'client_credential', appid: how.appId, secret: how.secret, force_refresh: afresh },
  )
  if (!answer.access_token) throw new TokenRefused(answer.errcode ?? 'no-token')
  return { token: answer.access_token, seconds: answer.expires_in ?? 0 }
}

export function wechat(how: WeChat, tokens: Tokens): Sender {
  return {
    kind: 'wechat',
    async send(message) {
      const template = how.templates[message.kind]
      if (!template) return noTemplate(message.kind)
      const [path, body] = addressed(how.mode, message, template)
      try {
        const answer = await withToken<Answer>(
          tokens,
          ({ errcode }) => errcode !== undefined && stale.has(errcode),
          (token) => callJson(`${how.base}${path}`, { access_token: token }, body),
        )
        return outcomeOf(answer)
      } catch (error) {
        return error instanceof TokenRefused ? meaningOf(meanings, error.code) : unreachable(error)
      }
    },
  }
}

/** Template and subscribed notice take nearly the same; only the first refuses a second one by its id. */
function addressed(mode: WeChat['mode'], message: Message, template: Template): [string, object] {
  const data = Object.fromEntries(
    template.fields.map((field) => {
      // `thing1=place`: the provider's name for the field, then ours.
      const [theirs = field, ours = theirs] = field.split('=')
      return [theirs, { value: message.values[ours] ?? '' }]
    }),
  )
  const shared = { touser: message.address, template_id: template.code, data }
  if (mode === 'subscribe') {
    return ['/cgi-bin/message/subscribe/bizsend', { ...shared, ...(message.link && { page: message.link }) }]
  }
  const link = message.link && { url: message.link }
  return ['/cgi-bin/message/template/send', { ...shared, ...link, client_msg_id: message.id.slice(0, 32) }]
}

const outcomeOf = ({ errcode, msgid }: Answer): Sent =>
  (errcode ?? 0) === 0
    ? { ok: true, providerId: String(msgid ?? '') }
    : meaningOf(meanings, errcode ?? 'no-code')
