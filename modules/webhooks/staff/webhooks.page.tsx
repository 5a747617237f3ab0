import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Webhook } from '../contract.ts'
import { listWebhooks } from '../web/routes.generated.ts'
import { MessageLog } from './message-log.tsx'
import { RulesForm } from './rules-form.tsx'
import { SecretShown } from './secret-shown.tsx'
import { WebhookForm } from './webhook-form.tsx'
import { WebhookTable } from './webhook-table.tsx'
import { messages } from './webhooks.messages.ts'
import './webhooks.css'

/** Where programs of others are told, whether it gets through, and every message. */
export function WebhooksPage() {
  const words = useMessages(messages)
  const [edited, setEdited] = useState<Webhook | 'new'>()
  const [secret, setSecret] = useState<string>()
  const found = useStaffRoute(listWebhooks, {}, { every: 15_000 })
  if (found.error) return <ProblemNote problem={found.error} again={() => void found.refetch()} />
  const items = found.data?.items ?? []
  const stopped = items.filter(({ state }) => state === 'failed' || state === 'gone')
  return (
    <div className="wh-page">
      <div className="wh-bar">
        <h1>{words.title}</h1>
        <span className="wh-space" />
        <Button type="primary" onClick={() => setEdited('new')}>
          {words.make}
        </Button>
      </div>
      <p className="wh-hint">{words.about}</p>
      {stopped.length > 0 && (
        <Alert type="error" showIcon title={words.stopped(stopped.map(({ name }) => name).join('、'))} />
      )}
      <WebhookTable items={items} isWaiting={found.isPending} onChange={setEdited} onSecret={setSecret} />
      <MessageLog webhooks={items} />
      {found.data && <RulesForm at={found.data.rules} key={JSON.stringify(found.data.rules)} />}
      {edited && (
        <WebhookForm
          {...(edited !== 'new' && { of: edited })}
          onClose={() => setEdited(undefined)}
          onSecret={setSecret}
        />
      )}
      {secret && <SecretShown secret={secret} onClose={() => setSecret(undefined)} />}
    </div>
  )
}
