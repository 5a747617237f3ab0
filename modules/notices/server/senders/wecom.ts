import { callJson } from './call-json.ts'
import { failed, meaningOf, type Meanings, type Sender, type Sent, unreachable } from './sender.ts'
import { type Fetched, TokenRefused, type Tokens, withToken } from './token.ts'

export type WeCom = {
  readonly corpId: string
  readonly agentId: string
  readonly secret: string
  /** Government editions have addresses of their own. */
  readonly base: string
}

type Answer = { errcode?: number; invaliduser?: string; msgid?: string }

/** developer.work.weixin.qq.com, "Global error codes". */
const meanings: Meanings = {
  '-1': ['busy', 'soon'],
  '40001': ['credentials', 'soon'],
  '40013': ['credentials', 'soon'],
  '40014': ['credentials', 'soon'],
  '40031': ['address', 'never'],
  '40056': ['credentials', 'soon'],
  '42001': ['credentials', 'soon'],
  '45009': ['spent', 'tomorrow'],
  '45033': ['busy', 'soon'],
  '60011': ['address', 'never'],
  '60020': ['credentials', 'soon'],
  '60111': ['address', 'never'],
  '81013': ['address', 'never'],
  '301002': ['credentials', 'soon'],
}
const stale = new Set([40014, 42001])

export async function fetchWeComToken(how: WeCom): Promise<Fetched> {
  const answer = await callJson<{ errcode?: number; access_token?: string; expires_in?: number }>(
    `${how.base}/cgi-bin/gettoken`,
    { corpid: how.corpId, corpsecret: how.secret },
  )
  if (!answer.access_token) throw new TokenRefused(answer.errcode ?? 'no-token')
  return { token: answer.access_token, seconds: answer.expires_in ?? 0 }
}

export function wecom(how: WeCom, tokens: Tokens): Sender {
  return {
    kind: 'wecom',
    async send(message) {
      const to = { touser: message.address, agentid: Number(how.agentId) }
      const said = message.link
        ? {
            msgtype: 'textcard',
            textcard: { title: message.title, description: message.text, url: message.link },
          }
        : { msgtype: 'text', text: { content: `${message.title}\n${message.text}` } }
      // The same content to the same person within half an hour is delivered once.
      const once = { enable_duplicate_check: 1, duplicate_check_interval: 1800 }
      try {
        const answer = await withToken<Answer>(
          tokens,
          ({ errcode }) => errcode !== undefined && stale.has(errcode),
          (token) =>
            callJson(
              `${how.base}/cgi-bin/message/send`,
              { access_token: token },
              { ...to, ...said, ...once },
            ),
        )
        return outcomeOf(answer)
      } catch (error) {
        return error instanceof TokenRefused ? meaningOf(meanings, error.code) : unreachable(error)
      }
    },
  }
}

/** Success with the person among the invalid ones is no success. */
function outcomeOf({ errcode, invaliduser, msgid }: Answer): Sent {
  if ((errcode ?? 0) !== 0) return meaningOf(meanings, errcode ?? 'no-code')
  if (invaliduser) return failed('address', 'never', 'invaliduser')
  return { ok: true, providerId: (msgid ?? '').slice(0, 100) }
}
