import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Area, AreaKind, Boundary } from '../contract.ts'
import { kindsBelow } from '../web/area-kinds.ts'
import { areaWords } from '../web/area-words.messages.ts'
import { addArea, changeArea } from '../web/routes.generated.ts'
import { messages } from './area-form.messages.ts'
import { BoundaryField } from './boundary-field.tsx'
import { readPasted } from './map-shape.ts'

type Draft = {
  kind: AreaKind
  name: string
  code: string
  communityType: NonNullable<Area['communityType']> | undefined
  gridKind: NonNullable<Area['gridKind']> | undefined
  boundary: string
}

/** Below a community comes a grid far more often than a quarter; otherwise the next finer kind. */
const usualBelow = (kind: AreaKind): AreaKind =>
  kind === 'community' ? 'grid' : kind === 'grid' ? 'building' : (kindsBelow(kind)[0] ?? 'unit')

function firstDraft(how: 'add' | 'change', area: Area): Draft {
  const kind = how === 'add' ? usualBelow(area.kind) : area.kind
  const own = how === 'change' ? area : undefined
  return {
    kind,
    name: own?.name ?? '',
    code: '',
    communityType: own?.communityType,
    gridKind: own?.gridKind ?? (how === 'add' ? 'community' : undefined),
    boundary: '',
  }
}

const hasCode = (kind: AreaKind): boolean => kind === 'street' || kind === 'community'

/** What is sent: only what belongs to the kind, and the boundary when one was given. */
function contentOf(draft: Draft) {
  const pasted = draft.boundary.trim() ? readPasted(draft.boundary) : undefined
  return {
    name: draft.name.trim(),
    ...(draft.kind === 'community' && draft.communityType && { communityType: draft.communityType }),
    ...(draft.kind === 'grid' && draft.gridKind && { gridKind: draft.gridKind }),
    ...(pasted && 'boundary' in pasted && { boundary: pasted.boundary }),
  }
}

/** Adds an area below another, or changes one. */
export function AreaForm(props: {
  how: 'add' | 'change'
  area: Area
  boundary: Boundary | undefined
  onDone: (said: string) => void
  onClose: () => void
}) {
  const words = useMessages(messages)
  const { how, area } = props
  const [draft, setDraft] = useState(() => firstDraft(how, area))
  const [isChecked, setChecked] = useState(false)
  const adding = useStaffAction(addArea, { invalidates: ['/areas'] })
  const changing = useStaffAction(changeArea, { invalidates: ['/areas'] })
  const codeWrong = hasCode(draft.kind) && draft.code !== '' && !/^\d{12}$/.test(draft.code)
  const pasted = draft.boundary.trim() ? readPasted(draft.boundary) : undefined
  const isSound = draft.name.trim() !== '' && !codeWrong && !(pasted && 'problem' in pasted)
  async function save(): Promise<void> {
    setChecked(true)
    if (!isSound) return
    const content = contentOf(draft)
    const code = hasCode(draft.kind) && draft.code ? { code: draft.code } : {}
    const saved =
      how === 'add'
        ? await adding.run({ body: { parentId: area.id, kind: draft.kind, ...code, ...content } })
        : await changing.run({ params: { areaId: area.id }, body: content })
    if (saved) props.onDone(how === 'add' ? words.added(saved.name) : words.changed(saved.name))
  }
  return (
    <Modal
      open
      title={how === 'add' ? words.add(area.name) : words.change(area.name)}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={adding.busy || changing.busy}
      onOk={() => void save()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      <ProblemNote problem={adding.problem ?? changing.problem} />
      {how === 'change' && <p className="p-hint">{words.changeNote}</p>}
      <Fields
        how={how}
        above={area.kind}
        draft={draft}
        onChange={(part) => setDraft({ ...draft, ...part })}
        nameMissing={isChecked && draft.name.trim() === ''}
        codeWrong={isChecked && codeWrong}
      />
      <BoundaryField
        name={draft.name.trim()}
        text={draft.boundary}
        onText={(boundary) => setDraft({ ...draft, boundary })}
        frame={props.boundary}
        keeps={how === 'change'}
      />
    </Modal>
  )
}

function Fields(props: {
  how: 'add' | 'change'
  above: AreaKind
  draft: Draft
  onChange: (part: Partial<Draft>) => void
  nameMissing: boolean
  codeWrong: boolean
}) {
  const words = useMessages(messages)
  const terms = useMessages(areaWords)
  const { how, draft, onChange } = props
  return (
    <>
      {how === 'add' && (
        <Labelled id="area-kind" label={words.kind}>
          <Select
            id="area-kind"
            style={{ width: '100%' }}
            value={draft.kind}
            onChange={(kind) => onChange({ kind })}
            options={kindsBelow(props.above).map((value) => ({ value, label: terms.kinds[value] }))}
          />
        </Labelled>
      )}
      <Labelled
        id="area-name"
        label={words.name}
        hint={how === 'add' ? words.nameHints[draft.kind] : undefined}
        error={props.nameMissing ? words.nameMissing : undefined}
      >
        <Input
          id="area-name"
          value={draft.name}
          maxLength={80}
          aria-invalid={props.nameMissing}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Labelled>
      {how === 'add' && hasCode(draft.kind) && (
        <Labelled
          id="area-code"
          label={words.code}
          optional
          hint={words.codeHint}
          error={props.codeWrong ? words.codeWrong : undefined}
        >
          <Input
            id="area-code"
            value={draft.code}
            inputMode="numeric"
            maxLength={12}
            onChange={(event) => onChange({ code: event.target.value.trim() })}
          />
        </Labelled>
      )}
      <TypeField draft={draft} onChange={onChange} />
    </>
  )
}

function TypeField({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const words = useMessages(messages)
  const terms = useMessages(areaWords)
  if (draft.kind === 'community') {
    const { old, commercial, work_unit, village_turned } = terms.communityTypes
    const options = [
      { value: 'old' as const, label: old },
      { value: 'commercial' as const, label: commercial },
      { value: 'work_unit' as const, label: work_unit },
      { value: 'village_turned' as const, label: village_turned },
    ]
    return (
      <Labelled id="area-community-type" label={words.communityType} optional>
        <Select
          id="area-community-type"
          style={{ width: '100%' }}
          {...(draft.communityType && { value: draft.communityType })}
          onChange={(communityType: Draft['communityType']) => onChange({ communityType })}
          options={options}
        />
      </Labelled>
    )
  }
  if (draft.kind !== 'grid') return null
  const { community, rural, dedicated } = terms.gridKinds
  const options = [
    { value: 'community' as const, label: community },
    { value: 'rural' as const, label: rural },
    { value: 'dedicated' as const, label: dedicated },
  ]
  return (
    <Labelled id="area-grid-kind" label={words.gridKind}>
      <Select
        id="area-grid-kind"
        style={{ width: '100%' }}
        {...(draft.gridKind && { value: draft.gridKind })}
        onChange={(gridKind: Draft['gridKind']) => onChange({ gridKind })}
        options={options}
      />
    </Labelled>
  )
}
