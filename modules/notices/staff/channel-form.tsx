import { App, Button, Input, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { ChannelBoard, Channels, Way } from '../contract.ts'
import { changeChannels } from '../web/routes.generated.ts'
import { type ChannelField, channelFields, type FieldValue, valueOf, withValue } from './channel-fields.ts'
import { ChannelSecret } from './channel-secret.tsx'
import { messages } from './channels.messages.ts'
import { noticeWords } from './notice-words.messages.ts'
import { Templates } from './templates.tsx'

/** One way out: its settings, its secret, a test, and the switch that opens it. */
export function ChannelForm({ way, board }: { way: Way; board: ChannelBoard }) {
  const words = useMessages(messages)
  const { ways } = useMessages(noticeWords)
  const { message } = App.useApp()
  const [draft, setDraft] = useState<Channels[Way]>(board.channels[way])
  const saving = useStaffAction(changeChannels, { invalidates: ['/notices/channels', '/settings'] })
  async function save(next: Channels[Way]): Promise<void> {
    setDraft(next)
    if (await saving.run({ body: { [way]: next } })) void message.success(words.saved)
  }
  return (
    <section className="nt-section" aria-label={ways[way]}>
      <div className="nt-row">
        <h2>{ways[way]}</h2>
        <Switch
          aria-label={`${ways[way]} ${words.on}`}
          checked={draft.on}
          loading={saving.busy}
          onChange={(on) => void save({ ...draft, on })}
        />
        <span className="nt-hint">{draft.on ? words.isOn : words.off}</span>
      </div>
      <div className="nt-fields nt-more">
        {channelFields[way].map((field) => (
          <OneField
            key={field.name}
            id={`${way}-${field.name}`}
            field={field}
            value={valueOf(draft, field)}
            onChange={(value) => setDraft(withValue(draft, field, value))}
          />
        ))}
      </div>
      {'templates' in draft && (
        <Templates
          way={way}
          kinds={board.kinds}
          templates={draft.templates}
          onChange={(templates) => setDraft({ ...draft, templates })}
        />
      )}
      <Button type="primary" loading={saving.busy} onClick={() => void save(draft)}>
        {words.save}
      </Button>
      <ProblemNote problem={saving.problem} />
      <ChannelSecret way={way} keptAt={board.secrets.find((each) => each.way === way)?.changedAt} />
    </section>
  )
}

type FieldProps = {
  id: string
  field: ChannelField
  value: FieldValue
  onChange: (value: FieldValue) => void
}

function OneField({ id, field, value, onChange }: FieldProps) {
  const words = useMessages(messages)
  const hint = field.hint && words.hints[field.hint]
  return (
    <Labelled id={id} label={words.fields[field.label]} {...(hint && { hint })}>
      <Control id={id} field={field} value={value} onChange={onChange} />
    </Labelled>
  )
}

function Control({ id, field, value, onChange }: FieldProps) {
  const words = useMessages(messages)
  const { kind, placeholder } = field
  if (kind === 'switch') {
    return (
      <Switch
        id={id}
        checked={value === true}
        onChange={onChange}
        checkedChildren={words.yes}
        unCheckedChildren={words.no}
      />
    )
  }
  if (kind === 'number') {
    return (
      <InputNumber
        id={id}
        min={1}
        max={65_535}
        value={Number(value)}
        onChange={(port) => onChange(port ?? 1)}
        style={{ width: '100%' }}
      />
    )
  }
  if (kind === 'text') {
    return (
      <Input
        id={id}
        autoComplete="off"
        maxLength={200}
        value={String(value)}
        onChange={(event) => onChange(event.target.value)}
        {...(placeholder && { placeholder })}
      />
    )
  }
  return (
    <Select
      id={id}
      value={String(value)}
      onChange={(chosen: string) => onChange(chosen)}
      options={kind.map((each) => ({ value: each as string, label: words.choices[each] }))}
      style={{ width: '100%' }}
    />
  )
}
