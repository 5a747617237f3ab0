import { setting } from '#kernel/server/settings.ts'
import { WebhookRules } from '../contract.ts'

export const webhookRules = setting(
  'webhooks.rules',
  WebhookRules,
  {
    allowedHosts: [],
    failAfterDays: 5,
    timeoutSeconds: 10,
  },
  { permission: 'webhooks.manage' },
)
