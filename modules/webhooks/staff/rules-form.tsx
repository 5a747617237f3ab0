import { App, Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { fieldLines, SettingHistory } from '#modules/office/web/door.tsx'
import type { WebhookRules } from '../contract.ts'
import { changeRules } from '../web/routes.generated.ts'
import { messages } from './webhooks.messages.ts'

/** What holds for all webhooks: internal hosts, patience, when one is stopped. */
export function RulesForm({ at }: { at: WebhookRules }) {
  const { rules: words, save: saveWord } = useMessages(messages)
  const { message } = App.useApp()
  const [hosts, setHosts] = useState(at.allowedHosts.join('\n'))
  const [failAfterDays, setFailAfter] = useState(at.failAfterDays)
  const [timeoutSeconds, setTimeoutSeconds] = useState(at.timeoutSeconds)
  const saving = useStaffAction(changeRules, { invalidates: ['/webhooks', '/settings'] })
  async function save(): Promise<void> {
    const allowedHosts = hosts.split(/\s+/).filter(Boolean)
    if (await saving.run({ body: { allowedHosts, failAfterDays, timeoutSeconds } }))
      void message.success(words.saved)
  }
  return (
    <section className="wh-form">
      <h2>{words.title}</h2>
      <ProblemNote problem={saving.problem} />
      <Labelled id="webhook-hosts" label={words.allowed} optional hint={words.allowedHint}>
        <Input.TextArea
          id="webhook-hosts"
          rows={3}
          value={hosts}
          onChange={(event) => setHosts(event.target.value)}
        />
      </Labelled>
      <Labelled id="webhook-fail" label={words.failAfter}>
        <InputNumber
          id="webhook-fail"
          min={1}
          max={30}
          value={failAfterDays}
          onChange={(days) => setFailAfter(days ?? 5)}
        />
      </Labelled>
      <Labelled id="webhook-timeout" label={words.timeout}>
        <InputNumber
          id="webhook-timeout"
          min={1}
          max={30}
          value={timeoutSeconds}
          onChange={(seconds) => setTimeoutSeconds(seconds ?? 10)}
        />
      </Labelled>
      <div>
        <Button loading={saving.busy} onClick={() => void save()}>
          {saveWord}
        </Button>
      </div>
      <SettingHistory
        name="webhooks.rules"
        linesOf={fieldLines({
          allowedHosts: words.allowed,
          failAfterDays: words.failAfter,
          timeoutSeconds: words.timeout,
        })}
        onSetBack={async (value) => (await saving.run({ body: value as WebhookRules })) !== undefined}
      />
    </section>
  )
}
