import { ChatTokens } from './chat-tokens.ts'
import { type Came, openLocalServer, type Said } from './local-server.ts'

type Body = Record<string, unknown>

/** DingTalk: gettoken and work notices. A token that is over comes as 88 with the real code in `sub_code`. */
export async function openDingTalk(keys: { appKey: string; secret: string }, members: ReadonlySet<string>) {
  const tokens = new ChatTokens()
  const sent: Body[] = []
  const refusing: number[] = []
  const send = (came: Came): Said => {
    if (!tokens.isGood(came.query.get('access_token')))
      return {
        body: { errcode: 88, sub_code: '42001', sub_msg: 'access_token超时', errmsg: 'ding talk error' },
      }
    const errcode = refusing.shift()
    if (errcode) return { body: { errcode, errmsg: 'refused' } }
    const body = JSON.parse(came.body) as Body
    if (!members.has(String(body['userid_list'])))
      return { body: { errcode: 33012, errmsg: `无效的USERID ${String(body['userid_list'])}` } }
    sent.push(body)
    return { body: { errcode: 0, errmsg: 'ok', task_id: 256_271_667_000 + sent.length, request_id: 'r' } }
  }
  const server = await openLocalServer((came) => {
    if (came.path === '/topapi/message/corpconversation/asyncsend_v2') return send(came)
    if (came.query.get('appkey') !== keys.appKey || came.query.get('appsecret') !== keys.secret)
      return { body: { errcode: 40089, errmsg: '不合法的corpid或corpsecret' } }
    return { body: { errcode: 0, errmsg: 'ok', access_token: tokens.current(), expires_in: 7200 } }
  })
  return { ...server, sent, tokens, refuseNext: (code: number) => refusing.push(code) }
}
