import { createHash, createHmac } from 'node:crypto'
import { type Came, openLocalServer, type Said } from './local-server.ts'

export type TencentSent = {
  PhoneNumberSet: string[]
  SmsSdkAppId: string
  SignName: string
  TemplateId: string
  TemplateParamSet: string[]
  SessionContext: string
}

/**
 * Tencent Cloud SMS, SendSms of 2021-01-11: signed by TC3-HMAC-SHA256, which is checked; failures of the request come as
 * Response.Error, those of a number in its status.
 */
export async function openTencentSms(keys: { keyId: string; secret: string }) {
  const sent: TencentSent[] = []
  const refusing: string[] = []
  const answer = (came: Came): Said => {
    const RequestId = `request-${sent.length}`
    const fault = faultOf(came, keys)
    if (fault) return { body: { Response: { Error: { Code: fault, Message: fault }, RequestId } } }
    const request = JSON.parse(came.body) as TencentSent
    const refusal = refusing.shift()
    if (!refusal) sent.push(request)
    const status = {
      SerialNo: refusal ? '' : `5000:${sent.length}`,
      PhoneNumber: request.PhoneNumberSet[0],
      Fee: refusal ? 0 : 1,
      SessionContext: request.SessionContext,
      Code: refusal ?? 'Ok',
      Message: refusal ? `failed for ${request.PhoneNumberSet[0]}` : 'send success',
      IsoCode: 'CN',
    }
    return { body: { Response: { SendStatusSet: [status], RequestId } } }
  }
  const server = await openLocalServer(answer)
  return { ...server, sent, refuseNext: (code: string) => refusing.push(code) }
}

function faultOf(came: Came, keys: { keyId: string; secret: string }): string | undefined {
  const [, keyId, date = '', service = '', names = '', signature] =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/([^/]+)\/([^/]+)\/tc3_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      came.headers.authorization ?? '',
    ) ?? []
  if (keyId !== keys.keyId) return 'AuthFailure.SecretIdNotFound'
  if (signature !== signatureOf(came, { date, service, names, secret: keys.secret }))
    return 'AuthFailure.SignatureFailure'
  const isSendSms = came.headers['x-tc-action'] === 'SendSms' && came.headers['x-tc-version'] === '2021-01-11'
  return isSendSms ? undefined : 'InvalidAction'
}

/** "Signature method v3" of Tencent Cloud. */
function signatureOf(
  came: Came,
  { date, service, names, secret }: { date: string; service: string; names: string; secret: string },
): string {
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
  // The SDK signs the host without its port, since the service itself has none.
  const valueOf = (name: string): string =>
    String(came.headers[name] ?? '').replace(name === 'host' ? /:\d+$/ : '', '')
  const headers = names
    .split(';')
    .map((name) => `${name}:${valueOf(name).trim().toLowerCase()}\n`)
    .join('')
  const canonical = [came.method, '/', '', headers, names, sha(came.body)].join('\n')
  const scope = `${date}/${service}/tc3_request`
  const toSign = ['TC3-HMAC-SHA256', came.headers['x-tc-timestamp'], scope, sha(canonical)].join('\n')
  const key = hmac(hmac(hmac(`TC3${secret}`, date), service), 'tc3_request')
  return hmac(key, toSign).toString('hex')
}
