import { Segmented, Select } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listOrganisations } from '#modules/organisations/web/door.ts'
import { messages } from './actions.messages.ts'
import { AreaField } from './area-field.tsx'
import type { PickedArea } from './area-picker.tsx'

/** An area or an organisation that answers for a matter. */
export type Target = {
  readonly kind: 'area' | 'organisation'
  readonly area: PickedArea | undefined
  readonly organisationId: string
}
export const noTarget: Target = { kind: 'area', area: undefined, organisationId: '' }

/** As the acts take it; empty while nothing was chosen. */
export function targetIn({ kind, area, organisationId }: Target): {
  areaId?: number
  organisationId?: string
} {
  if (kind === 'area') return area ? { areaId: area.id } : {}
  return organisationId ? { organisationId } : {}
}

export const isChosen = (target: Target): boolean => Object.keys(targetIn(target)).length > 0

type Props = {
  readonly id: string
  readonly value: Target
  readonly error: string | undefined
  readonly onChange: (part: Partial<Target>) => void
}

/** First which of the two, then which one. */
export function TargetField({ id, value, error, onChange }: Props) {
  const words = useMessages(messages)
  return (
    <>
      <Segmented
        block
        className="m-kind"
        value={value.kind}
        options={[
          { value: 'area', label: words.toArea },
          { value: 'organisation', label: words.toOrganisation },
        ]}
        onChange={(kind: Target['kind']) => onChange({ kind })}
      />
      {value.kind === 'area' ? (
        <AreaField
          legend={words.area}
          changeName={words.changeArea}
          area={value.area}
          error={error}
          onChange={(area) => onChange({ area })}
        />
      ) : (
        <OrganisationField
          id={`${id}-organisation`}
          value={value.organisationId}
          error={error}
          onChange={(organisationId) => onChange({ organisationId })}
        />
      )}
    </>
  )
}

type OrganisationProps = {
  readonly id: string
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (id: string) => void
}

function OrganisationField({ id, value, error, onChange }: OrganisationProps) {
  const words = useMessages(messages)
  const answer = useStaffRoute(listOrganisations, { query: {} })
  return (
    <Labelled id={id} label={words.organisation} error={error ?? answer.error?.message}>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={words.organisationHint}
        loading={answer.isPending}
        value={value || null}
        options={answer.data?.items.map((one) => ({ value: one.id, label: one.name })) ?? []}
        onChange={(chosen: string | null) => onChange(chosen ?? '')}
        style={{ width: '100%' }}
      />
    </Labelled>
  )
}
