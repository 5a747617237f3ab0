import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listOrganisations } from '#modules/organisations/web/door.ts'
import { AreaSelect, readArea } from '#modules/places/web/door.tsx'
import { roleWords } from '../web/role-words.messages.ts'
import { messages } from './add-post.messages.ts'
import type { Field, PostDraft } from './post-draft.ts'
import { messages as postWords } from './posts.messages.ts'
import { rolesIn } from './role-areas.ts'

type Props = {
  draft: PostDraft
  onChange: (part: Partial<PostDraft>) => void
  wrong: ReadonlySet<Field>
}

/** For which body, with which duty and work phone, from when. */
export function TermFields({ draft, onChange, wrong }: Props) {
  const words = useMessages(messages)
  return (
    <>
      <OrganisationField draft={draft} onChange={onChange} />
      <DutyField draft={draft} onChange={onChange} />
      <PhoneField draft={draft} onChange={onChange} wrong={wrong} />
      <DayField
        id="post-from"
        label={words.from}
        hint={words.fromHint}
        day={draft.from}
        onDay={(from) => onChange({ from })}
      />
      <DayField
        id="post-until"
        label={words.until}
        hint={words.untilHint}
        error={wrong.has('until') ? words.untilWrong : undefined}
        day={draft.until}
        onDay={(until) => onChange({ until })}
      />
    </>
  )
}

function PhoneField({ draft, onChange, wrong }: Props) {
  const words = useMessages(messages)
  const isWrong = wrong.has('workPhone')
  return (
    <Labelled
      id="post-phone"
      label={words.workPhone}
      optional
      hint={words.workPhoneHint}
      error={isWrong ? words.workPhoneWrong : undefined}
    >
      <Input
        id="post-phone"
        inputMode="tel"
        autoComplete="off"
        maxLength={30}
        value={draft.workPhone}
        aria-invalid={isWrong}
        onChange={(event) => onChange({ workPhone: event.target.value })}
      />
    </Labelled>
  )
}

/** In which area and as what. */
export function WhereAndWhat({ draft, onChange, wrong }: Props) {
  const words = useMessages(messages)
  const roles = useMessages(roleWords)
  const isPlaced = draft.areaId !== undefined
  const area = useStaffRoute(readArea, { params: { areaId: draft.areaId ?? 0 } }, { enabled: isPlaced })
  const offered = area.data ? rolesIn(area.data.area.kind) : []
  return (
    <>
      <Labelled
        id="post-area"
        label={words.area}
        hint={area.data?.area.pathNames.join(' / ')}
        error={wrong.has('area') ? words.areaMissing : undefined}
      >
        <AreaSelect
          id="post-area"
          value={draft.areaId}
          onChange={(areaId, { kind }) =>
            onChange({
              areaId,
              role: draft.role && rolesIn(kind).includes(draft.role) ? draft.role : undefined,
            })
          }
        />
      </Labelled>
      <Labelled id="post-role" label={words.role} error={wrong.has('role') ? words.roleMissing : undefined}>
        <Select
          id="post-role"
          disabled={!isPlaced}
          loading={isPlaced && area.isPending}
          {...(draft.role && offered.includes(draft.role) && { value: draft.role })}
          onChange={(role) => onChange({ role })}
          options={offered.map((value) => ({ value, label: roles[value] }))}
          style={{ width: '100%' }}
        />
      </Labelled>
    </>
  )
}

function OrganisationField({ draft, onChange }: Omit<Props, 'wrong'>) {
  const words = useMessages(messages)
  const organisations = useStaffRoute(
    listOrganisations,
    { query: { ...(draft.areaId && { area: draft.areaId }) } },
    { enabled: draft.areaId !== undefined },
  )
  return (
    <Labelled id="post-organisation" label={words.organisation} optional>
      <Select
        id="post-organisation"
        allowClear
        disabled={draft.areaId === undefined}
        showSearch={{ optionFilterProp: 'label' }}
        {...(draft.organisationId && { value: draft.organisationId })}
        onChange={(organisationId: string | undefined) => onChange({ organisationId })}
        options={(organisations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        style={{ width: '100%' }}
      />
    </Labelled>
  )
}

function DutyField({ draft, onChange }: Omit<Props, 'wrong'>) {
  const words = useMessages(messages)
  const { duties } = useMessages(postWords)
  const offered = draft.role ? duties[draft.role] : []
  return (
    <Labelled id="post-duty" label={words.duty} optional hint={words.dutyHint}>
      <Input.TextArea
        id="post-duty"
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={300}
        value={draft.duty}
        onChange={(event) => onChange({ duty: event.target.value })}
      />
      {offered.length > 0 && draft.duty === '' && (
        <div className="o-suggestions">
          <span className="o-hint">{words.suggestions}</span>
          {offered.map((duty) => (
            <Button key={duty} size="small" onClick={() => onChange({ duty })}>
              {duty}
            </Button>
          ))}
        </div>
      )}
    </Labelled>
  )
}

function DayField(props: {
  id: string
  label: string
  hint: string
  error?: string | undefined
  day: string | undefined
  onDay: (day: string | undefined) => void
}) {
  return (
    <Labelled id={props.id} label={props.label} optional hint={props.hint} error={props.error}>
      <DatePicker
        id={props.id}
        value={props.day ? dayjs(props.day) : null}
        onChange={(day) => props.onDay(day?.format('YYYY-MM-DD'))}
        style={{ width: '100%' }}
      />
    </Labelled>
  )
}
