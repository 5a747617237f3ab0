import { App, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { BodyOf } from '#kernel/contract/route.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { AreaSelect } from '#modules/places/web/door.tsx'
import type { addOrganisation as Add, Organisation } from '../contract.ts'
import { addOrganisation, listOrganisations } from '../web/routes.generated.ts'
import { creditCodeFault, organisationKinds } from './organisation-kinds.ts'
import { messages } from './organisations.messages.ts'

type Draft = {
  kind: Organisation['kind'] | undefined
  name: string
  homeAreaId: number | undefined
  parentId: string | undefined
  creditCode: string
  workPhone: string
}

const empty: Draft = {
  kind: undefined,
  name: '',
  homeAreaId: undefined,
  parentId: undefined,
  creditCode: '',
  workPhone: '',
}

/** What the server says of the credit code belongs beside its field. */
const creditCodeProblem = 'organisations.credit-code-wrong'

/** What is sent; undefined while something must be mended first. */
function contentOf(draft: Draft): BodyOf<typeof Add> | undefined {
  const { kind, homeAreaId, parentId, creditCode } = draft
  const name = draft.name.trim()
  const workPhone = draft.workPhone.trim()
  if (!kind || !homeAreaId || name === '' || creditCodeFault(creditCode)) return undefined
  return {
    kind,
    homeAreaId,
    name,
    ...(parentId && { parentId }),
    ...(creditCode && { creditCode }),
    ...(workPhone && { workPhone }),
  }
}

export function AddOrganisation(props: {
  area: number | undefined
  kind: Organisation['kind'] | undefined
  onClose: () => void
}) {
  const { add: title, form: words } = useMessages(messages)
  const { message } = App.useApp()
  const [draft, setDraft] = useState<Draft>({ ...empty, kind: props.kind, homeAreaId: props.area })
  const [isChecked, setChecked] = useState(false)
  const adding = useStaffAction(addOrganisation, { invalidates: ['/organisations'] })
  async function save(): Promise<void> {
    setChecked(true)
    const body = contentOf(draft)
    const added = body && (await adding.run({ body }))
    if (!added) return
    void message.success(words.done(added.name))
    props.onClose()
  }
  const change = (part: Partial<Draft>): void => {
    if (part.creditCode !== undefined) adding.clear()
    setDraft({ ...draft, ...part })
  }
  const refused = adding.problem?.code === creditCodeProblem ? adding.problem.message : undefined
  const fields = { draft, onChange: change, isChecked }
  return (
    <Modal
      open
      title={title}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={adding.busy}
      onOk={() => void save()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      {!refused && <ProblemNote problem={adding.problem} />}
      <NameFields {...fields} />
      <PlaceFields {...fields} />
      <CodeField {...fields} refused={refused} />
      <PhoneField {...fields} />
    </Modal>
  )
}

type FieldProps = { draft: Draft; onChange: (part: Partial<Draft>) => void; isChecked: boolean }

function NameFields({ draft, onChange, isChecked }: FieldProps) {
  const words = useMessages(messages)
  const nameMissing = isChecked && draft.name.trim() === ''
  const kindMissing = isChecked && !draft.kind
  return (
    <>
      <Labelled
        id="organisation-kind"
        label={words.kind}
        error={kindMissing ? words.form.kindMissing : undefined}
      >
        <Select
          id="organisation-kind"
          {...(draft.kind && { value: draft.kind })}
          onChange={(kind: Draft['kind']) => onChange({ kind })}
          options={organisationKinds.map((value) => ({ value, label: words.kinds[value] }))}
          style={{ width: '100%' }}
        />
      </Labelled>
      <Labelled
        id="organisation-name"
        label={words.columns.name}
        error={nameMissing ? words.form.nameMissing : undefined}
      >
        <Input
          id="organisation-name"
          maxLength={80}
          value={draft.name}
          aria-invalid={nameMissing}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Labelled>
    </>
  )
}

function PlaceFields({ draft, onChange, isChecked }: FieldProps) {
  const words = useMessages(messages)
  const { homeAreaId } = draft
  const isPlaced = homeAreaId !== undefined
  const others = useStaffRoute(
    listOrganisations,
    { query: { ...(homeAreaId && { area: homeAreaId }) } },
    { enabled: isPlaced },
  )
  return (
    <>
      <Labelled
        id="organisation-home"
        label={words.columns.home}
        hint={words.form.homeHint}
        error={isChecked && !isPlaced ? words.form.homeMissing : undefined}
      >
        <AreaSelect
          id="organisation-home"
          value={homeAreaId}
          onChange={(id) => onChange({ homeAreaId: id })}
        />
      </Labelled>
      <Labelled id="organisation-parent" label={words.columns.parent} optional>
        <Select
          id="organisation-parent"
          allowClear
          disabled={!isPlaced}
          showSearch={{ optionFilterProp: 'label' }}
          {...(draft.parentId && { value: draft.parentId })}
          onChange={(parentId: string | undefined) => onChange({ parentId })}
          options={(others.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          style={{ width: '100%' }}
        />
      </Labelled>
    </>
  )
}

function CodeField({ draft, onChange, isChecked, refused }: FieldProps & { refused: string | undefined }) {
  const { columns, form } = useMessages(messages)
  const fault = isChecked ? creditCodeFault(draft.creditCode) : undefined
  const told = { length: form.creditLength(draft.creditCode.length), letters: form.creditLetters }
  return (
    <Labelled
      id="organisation-code"
      label={columns.creditCode}
      optional
      hint={form.creditHint}
      error={fault ? told[fault] : refused}
    >
      <Input
        id="organisation-code"
        className="g-code"
        maxLength={18}
        autoComplete="off"
        value={draft.creditCode}
        aria-invalid={fault !== undefined || refused !== undefined}
        onChange={(event) => onChange({ creditCode: event.target.value.replaceAll(/\s/g, '').toUpperCase() })}
      />
    </Labelled>
  )
}

function PhoneField({ draft, onChange }: FieldProps) {
  const { columns, form } = useMessages(messages)
  return (
    <Labelled id="organisation-phone" label={columns.workPhone} optional hint={form.phoneHint}>
      <Input
        id="organisation-phone"
        inputMode="tel"
        autoComplete="off"
        maxLength={30}
        value={draft.workPhone}
        onChange={(event) => onChange({ workPhone: event.target.value })}
      />
    </Labelled>
  )
}
