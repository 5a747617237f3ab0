import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { AreaSelect } from '#modules/places/web/door.tsx'
import type { Wanted, Webhook } from '../contract.ts'
import { changeWebhook, makeWebhook } from '../web/routes.generated.ts'
import { messages } from './webhooks.messages.ts'

type Kind = Wanted['kinds'][number]
type Draft = { name: string; url: string; kinds: Kind[]; areaId: number | undefined }

const usual: Kind[] = ['received', 'accepted', 'transferred', 'answered', 'closed', 'reopened', 'returned']
const touched = { invalidates: ['/webhooks'] }

/** Makes a webhook, or changes where one goes and what it tells. */
export function WebhookForm(props: {
  of?: Webhook
  onClose: () => void
  onSecret: (secret: string) => void
}) {
  const words = useMessages(messages)
  const { of } = props
  const [draft, setDraft] = useState<Draft>({
    name: of?.name ?? '',
    url: of?.url ?? '',
    kinds: of ? [...of.kinds] : usual,
    areaId: of?.areaId,
  })
  const [isChecked, setChecked] = useState(false)
  const making = useStaffAction(makeWebhook, touched)
  const changing = useStaffAction(changeWebhook, touched)
  async function save(): Promise<void> {
    setChecked(true)
    const { areaId, ...rest } = { ...draft, name: draft.name.trim(), url: draft.url.trim() }
    if (!rest.name || !rest.url || rest.kinds.length === 0) return
    const body = { ...rest, ...(areaId && { areaId }) }
    if (of) {
      if (await changing.run({ params: { webhookId: of.id }, body })) props.onClose()
      return
    }
    const made = await making.run({ body })
    if (!made) return
    props.onSecret(made.secret)
    props.onClose()
  }
  return (
    <Modal
      open
      title={of ? words.change : words.make}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={making.busy || changing.busy}
      onOk={() => void save()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      <ProblemNote problem={making.problem ?? changing.problem} />
      <Fields draft={draft} isChecked={isChecked} onChange={(part) => setDraft({ ...draft, ...part })} />
    </Modal>
  )
}

type FieldProps = { draft: Draft; isChecked: boolean; onChange: (part: Partial<Draft>) => void }

function Fields({ draft, isChecked, onChange }: FieldProps) {
  const { form: words, kinds } = useMessages(messages)
  const missing = (isThere: boolean) => (isChecked && !isThere ? words.missing : undefined)
  const options = Object.entries(kinds).filter(([value]) => value !== 'ping')
  return (
    <div className="wh-form">
      <Labelled id="webhook-name" label={words.name} error={missing(draft.name.trim() !== '')}>
        <Input
          id="webhook-name"
          maxLength={60}
          value={draft.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Labelled>
      <Labelled
        id="webhook-url"
        label={words.url}
        hint={words.urlHint}
        error={missing(draft.url.trim() !== '')}
      >
        <Input
          id="webhook-url"
          type="url"
          maxLength={500}
          value={draft.url}
          onChange={(event) => onChange({ url: event.target.value })}
        />
      </Labelled>
      <Labelled id="webhook-kinds" label={words.kinds} error={missing(draft.kinds.length > 0)}>
        <Select
          id="webhook-kinds"
          mode="multiple"
          value={draft.kinds}
          onChange={(chosen: Kind[]) => onChange({ kinds: chosen })}
          options={options.map(([value, label]) => ({ value: value as Kind, label }))}
          style={{ width: '100%' }}
        />
      </Labelled>
      <Labelled id="webhook-area" label={words.area} optional hint={words.areaHint}>
        <AreaSelect id="webhook-area" value={draft.areaId} onChange={(areaId) => onChange({ areaId })} />
      </Labelled>
    </div>
  )
}
