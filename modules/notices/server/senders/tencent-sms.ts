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

export type TencentSms = {
  readonly keyId: string
  readonly secret: string
  readonly appId: string
  readonly region: string
  readonly signature: string
  readonly templates: Templates
  /** Empty: the provider's own. */
  readonly endpoint: string
}

/** cloud.tencent.com/document/product/382, "SendSms" error codes. */
const meanings: Meanings = {
  'InvalidParameterValue.IncorrectPhoneNumber': ['address', 'never'],
  'FailedOperation.PhoneNumberInBlacklist': ['address', 'never'],
  'LimitExceeded.PhoneNumberDailyLimit': ['quota', 'tomorrow'],
  'LimitExceeded.PhoneNumberOneHourLimit': ['quota', 'tomorrow'],
  'LimitExceeded.PhoneNumberThirtySecondLimit': ['busy', 'soon'],
  'LimitExceeded.PhoneNumberSameContentDailyLimit': ['quota', 'tomorrow'],
  'LimitExceeded.AppDailyLimit': ['spent', 'tomorrow'],
  'LimitExceeded.DailyLimit': ['spent', 'tomorrow'],
  'FailedOperation.InsufficientBalanceInSmsPackage': ['spent', 'tomorrow'],
  'FailedOperation.ContainSensitiveWord': ['content', 'never'],
  'FailedOperation.SignatureIncorrectOrUnapproved': ['template', 'never'],
  'FailedOperation.TemplateIncorrectOrUnapproved': ['template', 'never'],
  'FailedOperation.TemplateUnapprovedOrNotExist': ['template', 'never'],
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate': ['template', 'never'],
  'InvalidParameterValue.TemplateParameterFormatError': ['content', 'never'],
  'InvalidParameterValue.TemplateParameterLengthLimit': ['content', 'never'],
  'UnauthorizedOperation.SmsSdkAppIdVerifyFail': ['credentials', 'soon'],
  'UnauthorizedOperation.RequestIpNotInWhitelist': ['credentials', 'soon'],
  'AuthFailure.SecretIdNotFound': ['credentials', 'soon'],
  'AuthFailure.SignatureFailure': ['credentials', 'soon'],
  'AuthFailure.SignatureExpire': ['credentials', 'soon'],
  'AuthFailure.UnauthorizedOperation': ['credentials', 'soon'],
  RequestLimitExceeded: ['busy', 'soon'],
  InternalError: ['busy', 'soon'],
  'InternalError.Timeout': ['busy', 'soon'],
}

type Client = {
  SendSms(request: object): Promise<{ SendStatusSet?: { Code?: string; SerialNo?: string }[] }>
}

export function tencentSms(how: TencentSms): Sender {
  let client: Promise<Client> | undefined
  return {
    kind: 'tencent-sms',
    async send(message) {
      const template = how.templates[message.kind]
      if (!template) return noTemplate(message.kind)
      try {
        client ??= openClient(how)
        const answer = await (
          await client
        ).SendSms({
          PhoneNumberSet: [`+86${message.address}`],
          SmsSdkAppId: how.appId,
          SignName: how.signature,
          TemplateId: template.code,
          TemplateParamSet: template.fields.map((name) => message.values[name] ?? ''),
          SessionContext: message.id,
        })
        return outcomeOf(answer.SendStatusSet?.[0])
      } catch (error) {
        return thrown(error)
      }
    },
  }
}

/** Loaded when first needed: most installations have one provider, and memory is better spent. */
async function openClient({ keyId, secret, region, endpoint }: TencentSms): Promise<Client> {
  const { sms } = await import('tencentcloud-sdk-nodejs-sms')
  const address = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  return new sms.v20210111.Client({
    credential: { secretId: keyId, secretKey: secret },
    region: region || 'ap-guangzhou',
    profile: {
      httpProfile: {
        endpoint: address?.host ?? 'sms.tencentcloudapi.com',
        protocol: address ? `${address.protocol}//` : 'https://',
        reqTimeout: patienceMs / 1000,
      },
    },
  })
}

function outcomeOf(status: { Code?: string; SerialNo?: string } | undefined): Sent {
  if (status?.Code === 'Ok') return { ok: true, providerId: status.SerialNo ?? '' }
  return meaningOf(meanings, status?.Code ?? 'no-code')
}

function thrown(error: unknown): Sent {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code in meanings) return meaningOf(meanings, code)
  // The provider's own codes have a word and a point; those of the network do not.
  return /^[A-Z][A-Za-z]+[.]/.test(code) ? failed('refused', 'soon', code) : unreachable(error)
}
