import { callJson } from './call-json.ts'
import { failed, meaningOf, type Meanings, type Sender, type Sent, unreachable } from './sender.ts'
import { type Fetched, TokenRefused, type Tokens, withToken } from './token.ts'

export type DingTalk = {
  readonly appKey: string
  readonly agentId: string
  readonly secret: string
  /** Government editions have addresses of their own. */
  readonly base: string
}

type Answer = { errcode?: number; sub_code?: string; task_id?: number }

/** open.dingtalk.com, "Global error codes" and those of work notices. */
const meanings: Meanings = {
  '-1': ['busy', 'soon'],
  '33001': ['credentials', 'soon'],
  '33012': ['address', 'never'],
  '40014': ['credentials', 'soon'],
  '40089': ['credentials', 'soon'],
  '42001': ['credentials', 'soon'],
  '60020': ['credentials', 'soon'],
  '60121': ['address', 'never'],
  '90002': ['busy', 'soon'],
  '90018': ['busy', 'soon'],
  '143103': ['spent', 'tomorrow'],
  '143104': ['quota', 'tomorrow'],
}
const stale = new Set(['40014', '42001'])

/** Failures of the gateway come as 88 with the real code beside it. */
const codeOf = ({ errcode, sub_code: sub }: Answer): string =>
  errcode === 88 ? (sub ?? '88') : String(errcode ?? 0)

export async function fetchDingTalkToken(how: DingTalk): Promise<Fetched> {
  const answer = await callJson<{ errcode?: number; access_token?: string; expires_in?: number }>(
    `${how.base}/gettoken`,
    { appkey: how.appKey, appsecret: how.secret },
  )
  if (!answer.access_token) throw new TokenRefused(answer.errcode ?? 'no-token')
  return { token: answer.access_token, seconds: answer.expires_in ?? 0 }
}

export function dingtalk(how: DingTalk, tokens: Tokens): Sender {
  return {
    kind: 'dingtalk',
    async send(message) {
      const to = { agent_id: Number(how.agentId), userid_list: message.address }
      const msg = message.link
        ? {
            msgtype: 'action_card',
            action_card: {
              title: message.title,
              markdown: `**${message.title}**\n\n${message.text}`,
              single_title: message.language === 'zh' ? '打开' : 'Open',
              single_url: message.link,
            },
          }
        : { msgtype: 'text', text: { content: `${message.title}\n${message.text}` } }
      try {
        const answer = await withToken<Answer>(
          tokens,
          (each) => stale.has(codeOf(each)),
          (token) =>
            callJson(
              `${how.base}/topapi/message/corpconversation/asyncsend_v2`,
              { access_token: token },
              { ...to, msg },
            ),
        )
        return outcomeOf(answer)
      } catch (error) {
        return error instanceof TokenRefused ? meaningOf(meanings, error.code) : unreachable(error)
      }
    },
  }
}

function outcomeOf(answer: Answer): Sent {
  const code = codeOf(answer)
  if (code !== '0') return meaningOf(meanings, code)
  return answer.task_id === undefined
    ? failed('refused', 'soon', 'no-task')
    : { ok: true, providerId: String(answer.task_id) }
}
