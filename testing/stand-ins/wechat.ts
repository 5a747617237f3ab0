import { ChatTokens } from './chat-tokens.ts'
import { type Came, openLocalServer, type Said } from './local-server.ts'

type Body = Record<string, unknown>

/**
 * A WeChat official account: stable_token, template messages and subscribed notices. Whoever is not in `followers` gets
 * 43004; a second template message with the same client_msg_id is not delivered.
 */
export async function openWeChat(keys: { appId: string; secret: string }, followers: ReadonlySet<string>) {
  const tokens = new ChatTokens()
  const sent: { path: string; body: Body }[] = []
  const refusing: number[] = []
  const seconds = { lifetime: 7200 }
  const send = (came: Came): Said => {
    if (!tokens.isGood(came.query.get('access_token')))
      return { body: { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' } }
    const errcode = refusing.shift()
    if (errcode) return { body: { errcode, errmsg: 'refused' } }
    const body = JSON.parse(came.body) as Body
    if (!followers.has(String(body['touser'])))
      return { body: { errcode: 43004, errmsg: `require subscribe ${String(body['touser'])}` } }
    const id = body['client_msg_id']
    const isSecond = id !== undefined && sent.some((each) => each.body['client_msg_id'] === id)
    if (!isSecond) sent.push({ path: came.path, body })
    return { body: { errcode: 0, errmsg: 'ok', msgid: 2_000_000 + sent.length } }
  }
  const answer = (came: Came): Said => {
    if (came.path !== '/cgi-bin/stable_token') return send(came)
    const asked = JSON.parse(came.body) as Body
    if (asked['appid'] !== keys.appId) return { body: { errcode: 40013, errmsg: 'invalid appid' } }
    if (asked['secret'] !== keys.secret) return { body: { errcode: 40125, errmsg: 'invalid appsecret' } }
    const token = asked['force_refresh'] === true ? tokens.give() : tokens.current()
    return { body: { access_token: token, expires_in: seconds.lifetime } }
  }
  const server = await openLocalServer(answer)
  return { ...server, sent, tokens, seconds, refuseNext: (code: number) => refusing.push(code) }
}
