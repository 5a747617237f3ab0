import type Sms from '@alicloud/dysmsapi20170525'
import {
  failed,
  meaningOf,
  type Meanings,
  noTemplate,
  patienceMs,
  type Sender,
  type Sent,
  type Templates,
  unreachable,
} from './sender.ts'

type SmsClient = InstanceType<typeof Sms.default>

export type AliyunSms = {
  readonly keyId: string
  readonly secret: string
  readonly signature: string
  readonly templates: Templates
  /** Empty: the provider's own. */
  readonly endpoint: string
}

/** help.aliyun.com, "API error codes" of the Short Message Service. */
const meanings: Meanings = {
  'isv.MOBILE_NUMBER_ILLEGAL': ['address', 'never'],
  'isv.MOBILE_COUNT_OVER_LIMIT': ['address', 'never'],
  'isv.BLACK_KEY_CONTROL_LIMIT': ['content', 'never'],
  'isv.BUSINESS_LIMIT_CONTROL': ['quota', 'tomorrow'],
  'isv.DAY_LIMIT_CONTROL': ['spent', 'tomorrow'],
  'isv.MONTH_LIMIT_CONTROL': ['spent', 'tomorrow'],
  'isv.AMOUNT_NOT_ENOUGH': ['spent', 'tomorrow'],
  'isv.OUT_OF_SERVICE': ['spent', 'tomorrow'],
  'isv.SMS_TEMPLATE_ILLEGAL': ['template', 'never'],
  'isv.SMS_SIGNATURE_ILLEGAL': ['template', 'never'],
  'isv.SMS_SIGN_ILLEGAL': ['template', 'never'],
  'isv.TEMPLATE_MISSING_PARAMETERS': ['template', 'never'],
  'isv.TEMPLATE_PARAMS_ILLEGAL': ['content', 'never'],
  'isv.PARAM_LENGTH_LIMIT': ['content', 'never'],
  'isv.INVALID_PARAMETERS': ['content', 'never'],
  'isp.RAM_PERMISSION_DENY': ['credentials', 'soon'],
  'isv.ACCOUNT_NOT_EXISTS': ['credentials', 'soon'],
  'isv.ACCOUNT_ABNORMAL': ['credentials', 'soon'],
  'isp.SYSTEM_ERROR': ['busy', 'soon'],
  'InvalidAccessKeyId.NotFound': ['credentials', 'soon'],
  'InvalidAccessKeyId.Inactive': ['credentials', 'soon'],
  SignatureDoesNotMatch: ['credentials', 'soon'],
  IncompleteSignature: ['credentials', 'soon'],
  Forbidden: ['credentials', 'soon'],
  Throttling: ['busy', 'soon'],
  'Throttling.User': ['busy', 'soon'],
  ServiceUnavailable: ['busy', 'soon'],
}

export function aliyunSms(how: AliyunSms): Sender {
  let client: Promise<SmsClient> | undefined
  return {
    kind: 'aliyun-sms',
    async send(message) {
      const template = how.templates[message.kind]
      if (!template) return noTemplate(message.kind)
      try {
        const { SendSmsRequest } = await import('@alicloud/dysmsapi20170525')
        const request = new SendSmsRequest({
          phoneNumbers: message.address,
          signName: how.signature,
          templateCode: template.code,
          templateParam: JSON.stringify(
            Object.fromEntries(template.fields.map((name) => [name, message.values[name] ?? ''])),
          ),
          outId: message.id,
        })
        client ??= openClient(how)
        const { body } = await (await client).sendSms(request)
        if (body?.code === 'OK') return { ok: true, providerId: body.bizId ?? '' }
        return meaningOf(meanings, body?.code ?? 'no-code')
      } catch (error) {
        return thrown(error)
      }
    },
  }
}

/** Loaded when first needed: most installations have one provider, and memory is better spent. */
async function openClient({ keyId, secret, endpoint }: AliyunSms): Promise<SmsClient> {
  const [sms, { Config }] = await Promise.all([
    import('@alicloud/dysmsapi20170525'),
    import('@alicloud/openapi-client'),
  ])
  const address = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  const config = new Config({
    accessKeyId: keyId,
    accessKeySecret: secret,
    endpoint: address?.host ?? 'dysmsapi.aliyuncs.com',
    protocol: address?.protocol.replace(':', '') ?? 'https',
    connectTimeout: patienceMs,
    readTimeout: patienceMs,
  })
  // A CommonJS module: for Node its class lies one default deeper than for other loaders.
  const outer: unknown = sms.default
  const Client = typeof outer === 'function' ? (outer as typeof Sms.default) : sms.default.default
  return new Client(config)
}

function thrown(error: unknown): Sent {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code in meanings) return meaningOf(meanings, code)
  return code.startsWith('isv.') || code.startsWith('isp.')
    ? failed('refused', 'soon', code)
    : unreachable(error)
}
