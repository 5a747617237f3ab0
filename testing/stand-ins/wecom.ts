import { ChatTokens } from './chat-tokens.ts'
import { type Came, openLocalServer, type Said } from './local-server.ts'

type Body = Record<string, unknown>

/** WeCom: gettoken and message/send. Who is not a member is named in `invaliduser` beside success, or is 81013 alone. */
export async function openWeCom(keys: { corpId: string; secret: string }, members: ReadonlySet<string>) {
  const tokens = new ChatTokens()
  const sent: Body[] = []
  const refusing: number[] = []
  const send = (came: Came): Said => {
    const token = came.query.get('access_token')
    if (!tokens.isGood(token)) {
      const errcode = token?.startsWith('token-') ? 42001 : 40014
      return { body: { errcode, errmsg: 'access_token expired' } }
    }
    const errcode = refusing.shift()
    if (errcode) return { body: { errcode, errmsg: 'refused' } }
    const body = JSON.parse(came.body) as Body
    if (!members.has(String(body['touser'])))
      return { body: { errcode: 0, errmsg: 'ok', invaliduser: body['touser'], msgid: 'x' } }
    const isSecond =
      body['enable_duplicate_check'] === 1 &&
      sent.some((each) => JSON.stringify(each) === JSON.stringify(body))
    if (!isSecond) sent.push(body)
    return { body: { errcode: 0, errmsg: 'ok', invaliduser: '', msgid: `msg-${sent.length}` } }
  }
  const server = await openLocalServer((came) => {
    if (came.path === '/cgi-bin/message/send') return send(came)
    if (came.query.get('corpid') !== keys.corpId)
      return { body: { errcode: 40013, errmsg: 'invalid corpid' } }
    if (came.query.get('corpsecret') !== keys.secret)
      return { body: { errcode: 40001, errmsg: 'invalid credential' } }
    return { body: { errcode: 0, errmsg: 'ok', access_token: tokens.current(), expires_in: 7200 } }
  })
  return { ...server, sent, tokens, refuseNext: (code: number) => refusing.push(code) }
}
