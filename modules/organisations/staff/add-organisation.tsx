import { App, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { AreaSelect } from '#modules/places/web/door.tsx'
import type { Organisation } from '../contract.ts'
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

/** What the server says of the credit code belongs beside its field. */
const creditCodeProblem = 'organisations.credit-code-wrong'

export function AddOrganisation(props: {
  area: number | undefined
  kind: Organisation['kind'] | undefined
  onClose: () => void
}) {
  const { form: words } = useMessages(messages)
  const { message } = App.useApp()
  const [draft, setDraft] = useState<Draft>({
    kind: props.kind,
    name: '',
    homeAreaId: props.area,
    parentId: undefined,
    creditCode: '',
    workPhone: '',
  })
  const [isChecked, setChecked] = useState(false)
  const adding = useStaffAction(addOrganisation, { invalidates: ['/organisations'] })
  const { kind, homeAreaId } = draft
  const isSound = kind && homeAreaId && draft.name.trim() !== '' && !creditCodeFault(draft.creditCode)
  async function save(): Promise<void> {
    setChecked(true)
    if (!isSound) return
    const added = await adding.run({
      body: {
        kind,
        homeAreaId,
        name: draft.name.trim(),
        ...(draft.parentId && { parentId: draft.parentId }),
        ...(draft.creditCode && { creditCode: draft.creditCode }),
        ...(draft.workPhone.trim() && { workPhone: draft.workPhone.trim() }),
      },
    })
    if (!added) return
    void message.success(words.done(added.name))
    props.onClose()
  }
  const change = (part: Partial<Draft>): void => {
    if (part.creditCode !== undefined) adding.clear()
    setDraft({ ...draft, ...part })
  }
  const refused = adding.problem?.code === creditCodeProblem ? adding.problem.message : undefined
  return (
    <Modal
      open
      title={useMessages(messages).add}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={adding.busy}
      onOk={() => void save()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      {!refused && <ProblemNote problem={adding.problem} />}
      <BodyFields draft={draft} onChange={change} isChecked={isChecked} />
      <NumberFields draft={draft} onChange={change} isChecked={isChecked} refused={refused} />
    </Modal>
  )
}

type FieldProps = { draft: Draft; onChange: (part: Partial<Draft>) => void; isChecked: boolean }

function BodyFields({ draft, onChange, isChecked }: FieldProps) {
  const words = useMessages(messages)
  const { homeAreaId } = draft
  const others = useStaffRoute(
    listOrganisations,
    { query: { ...(homeAreaId && { area: homeAreaId }) } },
    { enabled: homeAreaId !== undefined },
  )
  const nameMissing = isChecked && draft.name.trim() === ''
  return (
    <>
      <Labelled
        id="organisation-kind"
        label={words.kind}
        error={isChecked && !draft.kind ? words.form.kindMissing : undefined}
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
      <Labelled
        id="organisation-home"
        label={words.columns.home}
        hint={words.form.homeHint}
        error={isChecked && !homeAreaId ? words.form.homeMissing : undefined}
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
          disabled={homeAreaId === undefined}
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

function NumberFields({ draft, onChange, isChecked, refused }: FieldProps & { refused: string | undefined }) {
  const words = useMessages(messages)
  const fault = isChecked ? creditCodeFault(draft.creditCode) : undefined
  const faultWords =
    fault &&
    {
      length: words.form.creditLength(draft.creditCode.length),
      letters: words.form.creditLetters,
    }[fault]
  return (
    <>
      <Labelled
        id="organisation-code"
        label={words.columns.creditCode}
        optional
        hint={words.form.creditHint}
        error={faultWords ?? refused}
      >
        <Input
          id="organisation-code"
          className="g-code"
          maxLength={18}
          autoComplete="off"
          value={draft.creditCode}
          aria-invalid={fault !== undefined || refused !== undefined}
          onChange={(event) =>
            onChange({ creditCode: event.target.value.replaceAll(/\s/g, '').toUpperCase() })
          }
        />
      </Labelled>
      <Labelled id="organisation-phone" label={words.columns.workPhone} optional hint={words.form.phoneHint}>
        <Input
          id="organisation-phone"
          inputMode="tel"
          autoComplete="off"
          maxLength={30}
          value={draft.workPhone}
          onChange={(event) => onChange({ workPhone: event.target.value })}
        />
      </Labelled>
    </>
  )
}
