import { Type, type Static } from 'typebox'
import { AreaId, Id, Instant, oneOf, PageOf, PageQuery, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { EventKind } from '#modules/matters/contract.ts'
import { areaNotFound } from '#modules/places/contract.ts'

export const webhookNotFound = problem('webhooks.not-found', 404, {
  zh: '没有这个推送，请刷新看看。',
  en: 'There is no such webhook. Refresh the page.',
})
export const messageNotFound = problem('webhooks.message-not-found', 404, {
  zh: '没有这条推送记录，30 天前的记录已清理。',
  en: 'There is no such message; records older than 30 days are removed.',
})
export const addressRefused = problem('webhooks.address-refused', 400, {
  zh: '推送地址要以 https:// 开头，不带用户名和密码；内网或 http 的地址要先由管理员加入允许名单。',
  en: 'The address begins with https://, without a user name or password. Internal or plain http addresses must be on the list of allowed hosts.',
})
export const stateRefused = problem('webhooks.state-refused', 409, {
  zh: '这个推送已经结束，不能再这样做，请新建一个。',
  en: 'This webhook has ended and cannot do that any more. Make a new one.',
})

export const webhookStates = ['active', 'paused', 'failed', 'gone', 'ended'] as const
/** `failed`: nothing got through for too long; `gone`: the receiver said 410; `ended`: by a person, for good. */
export const WebhookState = oneOf(webhookStates)
export type WebhookState = Static<typeof WebhookState>

const Wanted = Type.Object({
  name: Words({ max: 60 }),
  url: Type.String({ minLength: 8, maxLength: 500 }),
  kinds: Type.Array(EventKind, { minItems: 1, maxItems: 40 }),
  /** Absent: the whole district. */
  areaId: Type.Optional(AreaId),
})
export type Wanted = Static<typeof Wanted>

export const Webhook = Type.Object({
  id: Id,
  ...Wanted.properties,
  areaName: Type.Optional(Type.String()),
  state: WebhookState,
  stateAt: Instant,
  failingSince: Type.Optional(Instant),
  /** Until when the old secret signs beside the new one. */
  oldSecretUntil: Type.Optional(Instant),
  madeAt: Instant,
  waiting: Type.Integer(),
  /** Of the last seven days. */
  delivered: Type.Integer(),
  dropped: Type.Integer(),
})
export type Webhook = Static<typeof Webhook>

export const WebhookRules = Type.Object({
  /** Host names, addresses or ranges (10.12.0.0/16) that may be internal or speak plain http. */
  allowedHosts: Type.Array(Type.String({ maxLength: 100, pattern: '^[A-Za-z0-9.:/-]+$' }), { maxItems: 50 }),
  /** Days after which a webhook that gets nothing through is stopped. */
  failAfterDays: Type.Integer({ minimum: 1, maximum: 30 }),
  timeoutSeconds: Type.Integer({ minimum: 1, maximum: 30 }),
})
export type WebhookRules = Static<typeof WebhookRules>

const manage = { permission: 'webhooks.manage', scope: 'district' } as const
const webhookParams = Type.Object({ webhookId: Id })

export const listWebhooks = route({
  method: 'GET',
  path: '/webhooks',
  summary: 'Where programs of others are told what happens, and by which rules',
  ...manage,
  returns: Type.Object({ items: Type.Array(Webhook), rules: WebhookRules }),
})

export const changeRules = route({
  method: 'PUT',
  path: '/webhook-rules',
  summary: 'Changes the rules of all webhooks',
  ...manage,
  body: WebhookRules,
  returns: WebhookRules,
  problems: [addressRefused],
})

export const makeWebhook = route({
  method: 'POST',
  path: '/webhooks',
  summary: 'Makes a webhook; its secret is told this once',
  ...manage,
  forgetful: true,
  body: Wanted,
  returns: Type.Object({ id: Id, secret: Type.String() }),
  problems: [addressRefused, areaNotFound],
})

export const changeWebhook = route({
  method: 'PUT',
  path: '/webhooks/:webhookId',
  summary: 'Changes where a webhook goes and what it tells',
  ...manage,
  params: webhookParams,
  body: Wanted,
  returns: Type.Object({}),
  problems: [webhookNotFound, stateRefused, addressRefused, areaNotFound],
})

export const turnWebhook = route({
  method: 'PUT',
  path: '/webhooks/:webhookId/state',
  summary: 'Pauses a webhook or lets it go on; what happens meanwhile waits',
  ...manage,
  params: webhookParams,
  body: Type.Object({ state: oneOf(['active', 'paused']) }),
  returns: Type.Object({}),
  problems: [webhookNotFound, stateRefused],
})

export const renewSecret = route({
  method: 'POST',
  path: '/webhooks/:webhookId/secret',
  summary: 'Makes a new secret, told this once; for a day the old one signs beside it',
  ...manage,
  forgetful: true,
  params: webhookParams,
  body: Type.Object({}),
  returns: Type.Object({ secret: Type.String(), oldUntil: Instant }),
  problems: [webhookNotFound, stateRefused],
})

export const endWebhook = route({
  method: 'DELETE',
  path: '/webhooks/:webhookId',
  summary: 'Ends a webhook for good; what waited is dropped',
  ...manage,
  params: webhookParams,
  returns: Type.Object({}),
  problems: [webhookNotFound, stateRefused],
})

export const pingWebhook = route({
  method: 'POST',
  path: '/webhooks/:webhookId/pings',
  summary: 'Sends a test message',
  ...manage,
  params: webhookParams,
  body: Type.Object({}),
  returns: Type.Object({ messageId: Id }),
  problems: [webhookNotFound, stateRefused],
})

export const messageStates = ['waiting', 'delivered', 'dropped'] as const
export const MessageState = oneOf(messageStates)
export type MessageState = Static<typeof MessageState>

/** What became of a try: an answer of the receiver, or what the network did. */
export const outcomes = [
  'delivered',
  'refused',
  'redirected',
  'gone',
  'slow',
  'unreachable',
  'untrusted',
  'forbidden',
] as const
export const Outcome = oneOf(outcomes)
export type Outcome = Static<typeof Outcome>

const Message = Type.Object({
  id: Id,
  webhookId: Id,
  kind: Type.String(),
  /** Of the matter; absent for a test. */
  number: Type.Optional(Type.String()),
  state: MessageState,
  madeAt: Instant,
  tries: Type.Integer(),
  nextAt: Type.Optional(Instant),
  doneAt: Type.Optional(Instant),
  lastStatus: Type.Optional(Type.Integer()),
  lastOutcome: Type.Optional(Outcome),
})
export type Message = Static<typeof Message>

export const listMessages = route({
  method: 'GET',
  path: '/webhook-messages',
  summary: 'What was told to programs, the newest first',
  ...manage,
  query: Type.Object({
    webhook: Type.Optional(Id),
    state: Type.Optional(MessageState),
    number: Type.Optional(Type.String({ maxLength: 20 })),
    ...PageQuery,
  }),
  returns: PageOf(Message),
})

export const readMessage = route({
  method: 'GET',
  path: '/webhook-message',
  summary: 'One message with what it says and every try',
  ...manage,
  query: Type.Object({ id: Id }),
  returns: Type.Object({
    message: Message,
    body: Type.String(),
    tries: Type.Array(
      Type.Object({
        n: Type.Integer(),
        at: Instant,
        status: Type.Optional(Type.Integer()),
        outcome: Outcome,
        tookMs: Type.Integer(),
        answer: Type.String(),
      }),
    ),
  }),
  problems: [messageNotFound],
})

export const sendAgain = route({
  method: 'POST',
  path: '/webhook-messages/:messageId/tries',
  summary: 'Sends a message again, with the same id',
  ...manage,
  params: Type.Object({ messageId: Id }),
  body: Type.Object({}),
  returns: Type.Object({}),
  problems: [messageNotFound, stateRefused],
})
