import { App, Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { AreaSelect } from '#modules/places/web/door.tsx'
import type { Organisation, TieKind } from '../contract.ts'
import { addTie } from '../web/routes.generated.ts'
import { messages } from './organisations.messages.ts'

/** What may be registered for a kind of organisation. */
function kindsFor(kind: Organisation['kind']): readonly TieKind[] {
  if (kind === 'property_company' || kind === 'owners_committee') return ['covers', 'red']
  const sits = ['department', 'institution', 'enterprise', 'partner', 'social_organisation', 'party']
  return sits.includes(kind) ? ['covers', 'conference'] : ['covers']
}

type Draft = { kind: TieKind; areaId: number | undefined; note: string; validFrom: string | undefined }

export function AddTie({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { ties: words } = useMessages(messages)
  const { message } = App.useApp()
  const [draft, setDraft] = useState<Draft>({
    kind: 'covers',
    areaId: undefined,
    note: '',
    validFrom: undefined,
  })
  const [isChecked, setChecked] = useState(false)
  const adding = useStaffAction(addTie, { invalidates: ['/organisations'] })
  const { kind, note, validFrom } = draft
  const areaId = kind === 'red' ? undefined : draft.areaId
  async function save(): Promise<void> {
    setChecked(true)
    if (kind !== 'red' && areaId === undefined) return
    const body = {
      kind,
      ...(areaId && { areaId }),
      ...(note.trim() && { note: note.trim() }),
      ...(validFrom && { validFrom }),
    }
    if (!(await adding.run({ params: { organisationId: organisation.id }, body }))) return
    void message.success(words.done)
    onClose()
  }
  return (
    <div>
      <ProblemNote problem={adding.problem} />
      <Fields
        kinds={kindsFor(organisation.kind)}
        draft={draft}
        onChange={(part) => setDraft({ ...draft, ...part })}
        isChecked={isChecked}
      />
      <p className="g-bar">
        <Button type="primary" loading={adding.busy} onClick={() => void save()}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </p>
    </div>
  )
}

function Fields(props: {
  kinds: readonly TieKind[]
  draft: Draft
  onChange: (part: Partial<Draft>) => void
  isChecked: boolean
}) {
  const { ties: words } = useMessages(messages)
  const { kinds, draft, onChange, isChecked } = props
  const { kind } = draft
  return (
    <>
      <Labelled id="tie-kind" label={words.what}>
        <Select
          id="tie-kind"
          value={kind}
          onChange={(chosen: TieKind) => onChange({ kind: chosen })}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          style={{ width: '100%' }}
        />
      </Labelled>
      {kind !== 'red' && (
        <Labelled
          id="tie-area"
          label={words.area[kind]}
          error={isChecked && draft.areaId === undefined ? words.areaMissing : undefined}
        >
          <AreaSelect id="tie-area" value={draft.areaId} onChange={(areaId) => onChange({ areaId })} />
        </Labelled>
      )}
      <Labelled id="tie-since" label={words.since} optional>
        <DatePicker
          id="tie-since"
          value={draft.validFrom ? dayjs(draft.validFrom) : null}
          maxDate={dayjs()}
          onChange={(day) => onChange({ validFrom: day?.format('YYYY-MM-DD') })}
          style={{ width: '100%' }}
        />
      </Labelled>
      <Labelled id="tie-note" label={words.note} optional hint={words.noteHint}>
        <Input
          id="tie-note"
          maxLength={200}
          value={draft.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </Labelled>
    </>
  )
}
