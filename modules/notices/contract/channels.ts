import { Type, type Static } from 'typebox'
import { Instant, oneOf } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { addressWrong } from './problems.ts'
import { Outcome, Quiet, Way } from './shapes.ts'

const Text = (max: number) => Type.String({ maxLength: max })
/** Empty: the provider's own address. Secrets leave only by https, save to this very machine. */
const Base = Type.String({
  maxLength: 200,
  pattern: '^$|^https://[^\\s/?#]+[^\\s?#]*$|^http://(127[.]0[.]0[.]1|localhost)(:\\d+)?$',
})

/** What the provider approved for a kind: its code, and the fields it takes, in its order. */
export const Template = Type.Object({
  kind: Text(60),
  code: Text(100),
  fields: Type.Array(Text(80), { maxItems: 20 }),
})
const templates = Type.Array(Template, { maxItems: 200 })

export const SmsChannel = Type.Object({
  on: Type.Boolean(),
  provider: oneOf(['aliyun', 'tencent']),
  keyId: Text(100),
  signature: Text(20),
  /** Tencent: SdkAppId and region. */
  appId: Text(40),
  region: Text(40),
  base: Base,
  templates,
})
export const EmailChannel = Type.Object({
  on: Type.Boolean(),
  host: Text(200),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  secure: Type.Boolean(),
  user: Text(200),
  from: Text(200),
})
export const WeChatChannel = Type.Object({
  on: Type.Boolean(),
  appId: Text(60),
  mode: oneOf(['template', 'subscribe']),
  base: Base,
  templates,
})
export const WeComChannel = Type.Object({
  on: Type.Boolean(),
  corpId: Text(60),
  agentId: Type.String({ pattern: '^\\d{0,12}$' }),
  base: Base,
})
export const DingTalkChannel = Type.Object({
  on: Type.Boolean(),
  appKey: Text(60),
  agentId: Type.String({ pattern: '^\\d{0,18}$' }),
  base: Base,
})

export const Channels = Type.Object({
  sms: SmsChannel,
  email: EmailChannel,
  wechat: WeChatChannel,
  wecom: WeComChannel,
  dingtalk: DingTalkChannel,
})
export type Channels = Static<typeof Channels>

export const Rules = Type.Object({
  quiet: Quiet,
  /** Begins the links in messages; empty: the address the notice was told under. */
  linkBase: Base,
  /** Words and addresses are erased after so many days, the record that something was sent after more. */
  eraseAfterDays: Type.Integer({ minimum: 7, maximum: 730 }),
  deleteAfterDays: Type.Integer({ minimum: 30, maximum: 3650 }),
  /** One-time codes for one number a day, and from one browser or address an hour. */
  codesPerDay: Type.Integer({ minimum: 1, maximum: 100 }),
  codesPerHour: Type.Integer({ minimum: 1, maximum: 1000 }),
})
export type Rules = Static<typeof Rules>

export const ChannelBoard = Type.Object({
  channels: Channels,
  rules: Rules,
  /** Which secrets are there, and since when; what they are is never shown. */
  secrets: Type.Array(Type.Object({ way: Way, changedAt: Instant })),
  kinds: Type.Array(
    Type.Object({
      key: Type.String(),
      name: Type.String(),
      /** The values of the template, in its order. */
      fields: Type.Array(Type.String()),
      /** What to hand in for approval, with `${field}` where the values go. */
      template: Type.String(),
    }),
  ),
  demo: Type.Boolean(),
})
export type ChannelBoard = Static<typeof ChannelBoard>

export const readChannels = route({
  method: 'GET',
  path: '/notices/channels',
  summary: 'The ways out, their settings without secrets, and the kinds of notice with their templates',
  permission: 'notices.configure',
  scope: 'district',
  returns: ChannelBoard,
})

export const changeChannels = route({
  method: 'PUT',
  path: '/notices/channels',
  summary: 'Sets the ways out; those left out stay as they are',
  permission: 'notices.configure',
  scope: 'district',
  body: Type.Partial(Channels),
  returns: ChannelBoard,
})

export const changeRules = route({
  method: 'PUT',
  path: '/notices/rules',
  summary: 'Sets quiet hours, periods and the limits of codes',
  permission: 'notices.configure',
  scope: 'district',
  body: Rules,
  returns: ChannelBoard,
})

export const changeSecret = route({
  method: 'PUT',
  path: '/notices/channels/:way/secret',
  summary: 'Keeps the secret of a way, sealed; it is never shown again',
  permission: 'notices.configure',
  scope: 'district',
  forgetful: true,
  params: Type.Object({ way: Way }),
  body: Type.Object({ secret: Type.String({ minLength: 1, maxLength: 500 }) }),
  returns: Type.Object({ changedAt: Instant }),
})

export const tryChannel = route({
  method: 'POST',
  path: '/notices/channels/:way/try',
  summary: 'Sends a test message at once, also by a way that is not open yet, and says how it ended',
  permission: 'notices.configure',
  scope: 'district',
  forgetful: true,
  perMinute: 10,
  params: Type.Object({ way: Way }),
  /** Without an address it goes to the own one. */
  body: Type.Object({ address: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) }),
  returns: Type.Object({ outcome: Outcome, detail: Type.String(), providerId: Type.String() }),
  problems: [addressWrong],
})

export const listDemoMessages = route({
  method: 'GET',
  path: '/demo/messages',
  summary: 'What a demonstration would have sent, the newest first; empty outside a demonstration',
  permission: 'signed-in',
  scope: 'none',
  returns: Type.Object({
    demo: Type.Boolean(),
    /** Not yet, because of quiet hours. */
    waiting: Type.Integer(),
    items: Type.Array(
      Type.Object({ way: Way, address: Type.String(), text: Type.String(), sentAt: Instant }),
    ),
  }),
})
