import type { Channels, Way } from '../contract.ts'
import type { messages } from './channels.messages.ts'

type Words = (typeof messages)['zh']
export type FieldName = keyof Words['fields']
export type ChoiceName = keyof Words['choices']

/** A field of a way's settings; `named` where its label differs from its name. */
export type ChannelField = {
  readonly name: string
  readonly label: FieldName
  readonly hint?: keyof Words['hints']
  readonly kind: 'text' | 'number' | 'switch' | readonly ChoiceName[]
  readonly placeholder?: string
}

const text = (name: FieldName, more: Partial<ChannelField> = {}): ChannelField => ({
  name,
  label: name,
  kind: 'text',
  ...more,
})
const base = text('base', { hint: 'base', placeholder: 'https://' })

/** What there is to fill in for each way, in the order of the provider's own pages. */
export const channelFields: Record<Way, readonly ChannelField[]> = {
  sms: [
    text('provider', { kind: ['aliyun', 'tencent'] }),
    text('signature', { hint: 'signature' }),
    text('keyId', { placeholder: 'AccessKey ID / SecretId' }),
    text('smsAppId', { name: 'appId', placeholder: 'SdkAppId' }),
    text('region', { placeholder: 'ap-guangzhou' }),
    base,
  ],
  email: [
    text('host', { placeholder: 'smtp.' }),
    text('port', { kind: 'number' }),
    text('secure', { kind: 'switch', hint: 'secure' }),
    text('user'),
    text('from', { hint: 'from' }),
  ],
  wechat: [text('appId', { placeholder: 'AppID' }), text('mode', { kind: ['template', 'subscribe'] }), base],
  wecom: [text('corpId', { placeholder: 'CorpID' }), text('agentId', { placeholder: 'AgentId' }), base],
  dingtalk: [text('appKey', { placeholder: 'AppKey' }), text('agentId', { placeholder: 'AgentId' }), base],
}

export type FieldValue = string | number | boolean

/** The value of a field by its name, and the settings with another one: the names are those of the contract. */
export const valueOf = (settings: Channels[Way], field: ChannelField): FieldValue =>
  (settings as unknown as Record<string, FieldValue>)[field.name] ?? ''
export const withValue = <Settings extends Channels[Way]>(
  settings: Settings,
  field: ChannelField,
  value: FieldValue,
): Settings => ({ ...settings, [field.name]: value })
