import { createHash, createHmac } from 'node:crypto'
import { type Came, openLocalServer, type Said } from './local-server.ts'

export type AliyunSent = {
  PhoneNumbers: string
  SignName: string
  TemplateCode: string
  param: object
  OutId: string
}

/**
 * Aliyun's Short Message Service as its RPC API speaks: SendSms signed by ACS3-HMAC-SHA256, which is checked, with the
 * failures that come as an HTTP status and those that come inside a 200.
 */
export async function openAliyunSms(keys: { keyId: string; secret: string }) {
  const sent: AliyunSent[] = []
  const refusing: string[] = []
  const answer = (came: Came): Said => {
    const RequestId = `request-${sent.length}`
    const fault = faultOf(came, keys)
    if (fault) return { status: fault.status, body: { ...fault, RequestId, Recommend: '' } }
    const refusal = refusing.shift()
    if (refusal) {
      const quoted = `触发限制：${came.query.get('PhoneNumbers')}`
      return { body: { Code: refusal, Message: quoted, RequestId } }
    }
    const { TemplateParam = '{}', ...rest } = Object.fromEntries(came.query) as Record<string, string>
    sent.push({ ...(rest as Omit<AliyunSent, 'param'>), param: JSON.parse(TemplateParam) as object })
    return { body: { Code: 'OK', Message: 'OK', BizId: `9000${sent.length}^0`, RequestId } }
  }
  const server = await openLocalServer(answer)
  return { ...server, sent, refuseNext: (code: string) => refusing.push(code) }
}

type Fault = { status: number; Code: string; Message: string }

function faultOf(came: Came, keys: { keyId: string; secret: string }): Fault | undefined {
  const { authorization = '' } = came.headers
  const [, keyId, names = '', signature] =
    /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? []
  if (keyId !== keys.keyId)
    return { status: 404, Code: 'InvalidAccessKeyId.NotFound', Message: 'Specified access key is not found.' }
  if (signature !== signatureOf(came, names, keys.secret))
    return { status: 400, Code: 'SignatureDoesNotMatch', Message: 'Specified signature does not match.' }
  if (came.headers['x-acs-action'] !== 'SendSms' || came.headers['x-acs-version'] !== '2017-05-25')
    return { status: 404, Code: 'InvalidAction.NotFound', Message: 'Unknown action.' }
  return undefined
}

/** "Request syntax and signature method V3" of Alibaba Cloud. */
function signatureOf(came: Came, names: string, secret: string): string {
  const encode = (text: string): string =>
    encodeURIComponent(text).replaceAll(
      /[!'()*]/g,
      (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
    )
  const query = [...came.query]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&')
  const headers = names
    .split(';')
    .map((name) => `${name}:${String(came.headers[name] ?? '').trim()}\n`)
    .join('')
  const bodyHash = createHash('sha256').update(came.body).digest('hex')
  const canonical = [came.method, came.path, query, headers, names, bodyHash].join('\n')
  const toSign = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`
  return createHmac('sha256', secret).update(toSign).digest('hex')
}
