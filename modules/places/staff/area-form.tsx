import { Modal } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Area, AreaKind } from '../contract.ts'
import { kindsBelow } from '../web/area-kinds.ts'
import { addArea, changeArea } from '../web/routes.generated.ts'
import { messages } from './area-form.messages.ts'
import {
  CodeField,
  codeLength,
  CommunityTypeField,
  type Draft,
  GridKindField,
  HouseholdsField,
  KindField,
  NameField,
} from './area-form-fields.tsx'

/** Below a community comes a grid far more often than a quarter; otherwise the next finer kind. */
const usualBelow = (kind: AreaKind): AreaKind =>
  kind === 'community' ? 'grid' : kind === 'grid' ? 'building' : (kindsBelow(kind)[0] ?? 'unit')

function firstDraft(how: 'add' | 'change', area: Area): Draft {
  const kind = how === 'add' ? usualBelow(area.kind) : area.kind
  const own = how === 'change' ? area : undefined
  return {
    kind,
    name: own?.name ?? '',
    code: own?.code ?? '',
    households: own?.households === undefined ? '' : String(own.households),
    communityType: own?.communityType,
    gridKind: own?.gridKind ?? (how === 'add' ? 'community' : undefined),
  }
}

const finestCounted = new Set<AreaKind>(['quarter', 'grid', 'micro_grid', 'building', 'unit'])

/** What is sent: only what belongs to the kind. */
function contentOf(draft: Draft) {
  return {
    name: draft.name.trim(),
    ...(codeLength(draft.kind) > 0 && draft.code && { code: draft.code }),
    ...(draft.households !== '' && { households: Number(draft.households) }),
    ...(draft.kind === 'community' && draft.communityType && { communityType: draft.communityType }),
    ...(draft.kind === 'grid' && draft.gridKind && { gridKind: draft.gridKind }),
  }
}

type Props = {
  how: 'add' | 'change'
  area: Area
  onDone: (said: string) => void
  onClose: () => void
}

function faultsOf(draft: Draft) {
  return {
    nameMissing: draft.name.trim() === '',
    codeWrong: draft.code !== '' && !/^\d+$/.test(draft.code.padEnd(codeLength(draft.kind), '-')),
    householdsWrong: !/^\d*$/.test(draft.households),
  }
}

function useSaving({ how, area }: Props, draft: Draft) {
  const adding = useStaffAction(addArea, { invalidates: ['/areas'] })
  const changing = useStaffAction(changeArea, { invalidates: ['/areas'] })
  const save = (): Promise<Area | undefined> => {
    const content = contentOf(draft)
    if (how === 'change') return changing.run({ params: { areaId: area.id }, body: content })
    return adding.run({ body: { parentId: area.id, kind: draft.kind, ...content } })
  }
  const { busy, problem } = how === 'add' ? adding : changing
  return { save, busy, problem }
}

/** Adds an area below another, or changes one. */
export function AreaForm(props: Props) {
  const words = useMessages(messages)
  const { how, area } = props
  const [draft, setDraft] = useState(() => firstDraft(how, area))
  const [isChecked, setChecked] = useState(false)
  const saving = useSaving(props, draft)
  const faults = faultsOf(draft)
  async function save(): Promise<void> {
    setChecked(true)
    if (Object.values(faults).some(Boolean)) return
    const saved = await saving.save()
    if (saved) props.onDone(how === 'add' ? words.added(saved.name) : words.changed(saved.name))
  }
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  return (
    <Modal
      open
      title={how === 'add' ? words.add(area.name) : words.change(area.name)}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={saving.busy}
      onOk={() => void save()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      <ProblemNote problem={saving.problem} />
      {how === 'change' && <p className="p-hint">{words.changeNote}</p>}
      {how === 'add' && <KindField above={area.kind} draft={draft} onChange={change} />}
      <NameField how={how} draft={draft} onChange={change} isMissing={isChecked && faults.nameMissing} />
      {codeLength(draft.kind) > 0 && (
        <CodeField draft={draft} onChange={change} isWrong={isChecked && faults.codeWrong} />
      )}
      {draft.kind === 'community' && <CommunityTypeField draft={draft} onChange={change} />}
      {draft.kind === 'grid' && <GridKindField draft={draft} onChange={change} />}
      {finestCounted.has(draft.kind) && (
        <HouseholdsField draft={draft} onChange={change} isWrong={isChecked && faults.householdsWrong} />
      )}
    </Modal>
  )
}
