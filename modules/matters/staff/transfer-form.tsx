import { Segmented, Select } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listOrganisations } from '#modules/organisations/web/door.ts'
import { transferMatter } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import type { FormProps } from './form-props.ts'
import { messages } from './actions.messages.ts'
import { AreaField } from './area-field.tsx'
import type { PickedArea } from './area-picker.tsx'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

type Target = {
  kind: 'area' | 'organisation'
  area: PickedArea | undefined
  organisationId: string
  reason: string
}
const empty: Target = { kind: 'area', area: undefined, organisationId: '', reason: '' }

function useTransfer({ detail, onDone }: FormProps) {
  const words = useMessages(messages)
  const { id } = detail.matter
  const form = useForm(`staff.transfer.${id}`, empty, ({ kind, area, organisationId, reason }) => ({
    area: kind === 'area' && !area ? words.need.area : undefined,
    organisation: kind === 'organisation' && !organisationId ? words.need.organisation : undefined,
    reason: reason.trim() ? undefined : words.need.reason,
  }))
  const action = useStaffAction(transferMatter, touched)
  const send = () =>
    form.send(async ({ kind, area, organisationId, reason }) => {
      const target = kind === 'area' ? (area ? { areaId: area.id } : {}) : { organisationId }
      const body = { ...target, reason: reason.trim() }
      if (!(await action.run({ params: { matterId: id }, body }))) return false
      onDone(words.done.transfer)
      return true
    })
  return { form, action, send }
}

/** Re-routing to the area or the organisation that answers for it. */
export function TransferForm(props: FormProps) {
  const words = useMessages(messages)
  const { form, action, send } = useTransfer(props)
  const { value, change, faults } = form
  return (
    <ActionForm
      action="transfer"
      detail={props.detail}
      what={words.transferWhat}
      running={action}
      onSubmit={send}
      onCancel={props.onCancel}
    >
      <Segmented
        block
        className="m-kind"
        value={value.kind}
        options={[
          { value: 'area', label: words.toArea },
          { value: 'organisation', label: words.toOrganisation },
        ]}
        onChange={(kind: Target['kind']) => change({ kind })}
      />
      <TargetField form={form} />
      <WordsField
        id="transfer-reason"
        label={words.reason}
        most={300}
        value={value.reason}
        error={faults.reason}
        onChange={(reason) => change({ reason })}
      />
    </ActionForm>
  )
}

function TargetField({ form: { value, change, faults } }: { form: ReturnType<typeof useTransfer>['form'] }) {
  const words = useMessages(messages)
  if (value.kind === 'organisation') {
    return (
      <OrganisationField
        value={value.organisationId}
        error={faults.organisation}
        onChange={(organisationId) => change({ organisationId })}
      />
    )
  }
  return (
    <AreaField
      legend={words.area}
      changeName={words.changeArea}
      area={value.area}
      error={faults.area}
      onChange={(area) => change({ area })}
    />
  )
}

type OrganisationProps = {
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (id: string) => void
}

function OrganisationField({ value, error, onChange }: OrganisationProps) {
  const words = useMessages(messages)
  const answer = useStaffRoute(listOrganisations, { query: {} })
  return (
    <Labelled id="transfer-organisation" label={words.organisation} error={error ?? answer.error?.message}>
      <Select
        id="transfer-organisation"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={words.organisationHint}
        loading={answer.isPending}
        value={value || null}
        options={answer.data?.items.map((one) => ({ value: one.id, label: one.name })) ?? []}
        onChange={(id: string | null) => onChange(id ?? '')}
        style={{ width: '100%' }}
      />
    </Labelled>
  )
}
