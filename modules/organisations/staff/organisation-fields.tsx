import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { AreaSelect } from '#modules/places/web/door.tsx'
import { listOrganisations } from '../web/routes.generated.ts'
import type { Draft } from './organisation-draft.ts'
import { creditCodeFault, formsOf, organisationKinds, stages } from './organisation-kinds.ts'
import { messages } from './organisations.messages.ts'

type FieldProps = { draft: Draft; onChange: (part: Partial<Draft>) => void; isChecked: boolean }

/** The kind is chosen once: what is of another kind is another organisation. */
export function NameFields({ draft, onChange, isChecked, isNew }: FieldProps & { isNew: boolean }) {
  const words = useMessages(messages)
  const nameMissing = isChecked && draft.name.trim() === ''
  const kindMissing = isChecked && !draft.kind
  return (
    <>
      <Labelled
        id="organisation-kind"
        label={words.kind}
        error={kindMissing ? words.edit.kindMissing : undefined}
      >
        <Select
          id="organisation-kind"
          disabled={!isNew}
          {...(draft.kind && { value: draft.kind })}
          onChange={(kind: Draft['kind']) => onChange({ kind })}
          options={organisationKinds.map((value) => ({ value, label: words.kinds[value] }))}
          style={{ width: '100%' }}
        />
      </Labelled>
      <Labelled
        id="organisation-name"
        label={words.columns.name}
        error={nameMissing ? words.edit.nameMissing : undefined}
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

export function FormFields({ draft, onChange }: FieldProps) {
  const words = useMessages(messages)
  const forms = draft.kind ? (formsOf[draft.kind] ?? []) : []
  if (forms.length === 0) return null
  return (
    <>
      <Labelled id="organisation-form" label={words.form} optional>
        <Select
          id="organisation-form"
          allowClear
          placeholder={words.unset}
          {...(draft.form && { value: draft.form })}
          onChange={(form: Draft['form']) => onChange({ form })}
          options={forms.map((value) => ({ value, label: words.forms[value] }))}
          style={{ width: '100%' }}
        />
      </Labelled>
      {draft.kind === 'self_governing_group' && (
        <Labelled id="organisation-stage" label={words.stage} optional>
          <Select
            id="organisation-stage"
            allowClear
            placeholder={words.unset}
            {...(draft.stage && { value: draft.stage })}
            onChange={(stage: Draft['stage']) => onChange({ stage })}
            options={stages.map((value) => ({ value, label: words.stages[value] }))}
            style={{ width: '100%' }}
          />
        </Labelled>
      )}
    </>
  )
}

export function SinceField({ draft, onChange }: FieldProps) {
  const { edit } = useMessages(messages)
  return (
    <Labelled id="organisation-since" label={edit.since} optional hint={edit.sinceHint}>
      <DatePicker
        id="organisation-since"
        value={draft.validFrom ? dayjs(draft.validFrom) : null}
        maxDate={dayjs()}
        onChange={(day) => onChange({ validFrom: day?.format('YYYY-MM-DD') })}
        style={{ width: '100%' }}
      />
    </Labelled>
  )
}

export function PlaceFields({ draft, onChange, isChecked }: FieldProps) {
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
        hint={words.edit.homeHint}
        error={isChecked && !isPlaced ? words.edit.homeMissing : undefined}
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

export function CodeField({
  draft,
  onChange,
  isChecked,
  refused,
}: FieldProps & { refused: string | undefined }) {
  const { columns, edit: form } = useMessages(messages)
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

export function PhoneField({ draft, onChange }: FieldProps) {
  const { columns, edit: form } = useMessages(messages)
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
