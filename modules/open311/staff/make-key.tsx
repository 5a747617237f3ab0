import { Button, Checkbox, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { CopyButton } from '#kernel/web/react/copy-button.tsx'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listOrganisations } from '#modules/organisations/web/door.ts'
import { makeKey } from '../web/routes.generated.ts'
import { messages } from './open-interface.messages.ts'

const empty = {
  name: '',
  contact: '',
  perMinute: 60,
  mayPost: true,
  mayUpdate: false,
  wordsArePublic: false,
  organisationId: undefined as string | undefined,
}
type Draft = typeof empty

/** Makes a key and shows it, this once. */
export function MakeKey({ onClose }: { onClose: () => void }) {
  const { form: words, make, made } = useMessages(messages)
  const [draft, setDraft] = useState<Draft>(empty)
  const [isChecked, setChecked] = useState(false)
  const [key, setKey] = useState<string>()
  const making = useStaffAction(makeKey, { invalidates: ['/open311'] })
  async function save(): Promise<void> {
    setChecked(true)
    const { organisationId, ...rest } = draft
    if (!draft.name.trim() || (!draft.mayPost && !draft.mayUpdate)) return
    const done = await making.run({
      body: { ...rest, name: draft.name.trim(), ...(organisationId && { organisationId }) },
    })
    if (done) setKey(done.key)
  }
  if (key !== undefined) {
    return (
      <Modal open title={made.title} footer={null} closable={false} mask={{ closable: false }}>
        <Made secret={key} onClose={onClose} />
      </Modal>
    )
  }
  return (
    <Modal
      open
      title={make}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={making.busy}
      onOk={() => void save()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <ProblemNote problem={making.problem} />
      <Fields draft={draft} isChecked={isChecked} onChange={(part) => setDraft({ ...draft, ...part })} />
    </Modal>
  )
}

function Made({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { made: words } = useMessages(messages)
  return (
    <>
      <p className="oi-secret oi-code">{secret}</p>
      <p className="oi-hint">{words.hint}</p>
      <div className="oi-bar">
        <CopyButton text={secret} words={words} />
        <Button type="primary" onClick={onClose}>
          {words.done}
        </Button>
      </div>
    </>
  )
}

type FieldProps = { draft: Draft; isChecked: boolean; onChange: (part: Partial<Draft>) => void }

function Fields({ draft, isChecked, onChange }: FieldProps) {
  const { form: words } = useMessages(messages)
  const organisations = useStaffRoute(listOrganisations, { query: {} })
  const mayNothing = isChecked && !draft.mayPost && !draft.mayUpdate
  const tick = (name: 'mayPost' | 'mayUpdate' | 'wordsArePublic', label: string) => (
    <Checkbox checked={draft[name]} onChange={(event) => onChange({ [name]: event.target.checked })}>
      {label}
    </Checkbox>
  )
  return (
    <div className="oi-form">
      <Labelled
        id="key-name"
        label={words.name}
        error={isChecked && !draft.name.trim() ? words.nameMissing : undefined}
      >
        <Input
          id="key-name"
          maxLength={60}
          value={draft.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Labelled>
      <Labelled id="key-contact" label={words.contact} optional hint={words.contactHint}>
        <Input
          id="key-contact"
          maxLength={200}
          value={draft.contact}
          onChange={(event) => onChange({ contact: event.target.value })}
        />
      </Labelled>
      <Labelled id="key-pace" label={words.perMinute}>
        <InputNumber
          id="key-pace"
          min={1}
          max={6000}
          value={draft.perMinute}
          onChange={(perMinute) => onChange({ perMinute: perMinute ?? 60 })}
        />
      </Labelled>
      {tick('mayPost', words.post)}
      {tick('mayUpdate', words.update)}
      {tick('wordsArePublic', words.public)}
      {mayNothing && <p role="alert">{words.mayMissing}</p>}
      <Labelled id="key-organisation" label={words.organisation} optional hint={words.organisationHint}>
        <Select
          id="key-organisation"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          {...(draft.organisationId && { value: draft.organisationId })}
          onChange={(organisationId: string | undefined) => onChange({ organisationId })}
          options={(organisations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          style={{ width: '100%' }}
        />
      </Labelled>
    </div>
  )
}
