import { Input, Select } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import type { Area, AreaKind } from '../contract.ts'
import { kindsBelow } from '../web/area-kinds.ts'
import { areaWords } from '../web/area-words.messages.ts'
import { messages } from './area-form.messages.ts'

export type Draft = {
  kind: AreaKind
  name: string
  code: string
  communityType: NonNullable<Area['communityType']> | undefined
  gridKind: NonNullable<Area['gridKind']> | undefined
  /** As typed; empty when not counted. */
  households: string
}

type Props = { draft: Draft; onChange: (part: Partial<Draft>) => void }

const whole = { width: '100%' }

export function KindField({ above, draft, onChange }: Props & { above: AreaKind }) {
  const words = useMessages(messages)
  const terms = useMessages(areaWords)
  return (
    <Labelled id="area-kind" label={words.kind}>
      <Select
        id="area-kind"
        style={whole}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        options={kindsBelow(above).map((value) => ({ value, label: terms.kinds[value] }))}
      />
    </Labelled>
  )
}

export function NameField({
  how,
  draft,
  onChange,
  isMissing,
}: Props & { how: 'add' | 'change'; isMissing: boolean }) {
  const words = useMessages(messages)
  return (
    <Labelled
      id="area-name"
      label={words.name}
      hint={how === 'add' && words.nameHints[draft.kind]}
      error={isMissing ? words.nameMissing : undefined}
    >
      <Input
        id="area-name"
        value={draft.name}
        maxLength={80}
        aria-invalid={isMissing}
        onChange={(event) => onChange({ name: event.target.value })}
      />
    </Labelled>
  )
}

/** How many digits the code of a kind has; 0 where it has none. */
export const codeLength = (kind: AreaKind): number =>
  kind === 'grid' ? 15 : kind === 'street' || kind === 'community' ? 12 : 0

export function CodeField({ draft, onChange, isWrong }: Props & { isWrong: boolean }) {
  const { code: words } = useMessages(messages)
  const isGrid = draft.kind === 'grid'
  return (
    <Labelled
      id="area-code"
      label={isGrid ? words.ofGrid : words.official}
      optional
      hint={isGrid ? words.gridHint : words.hint}
      error={isWrong ? words.wrong(codeLength(draft.kind)) : undefined}
    >
      <Input
        id="area-code"
        value={draft.code}
        inputMode="numeric"
        maxLength={codeLength(draft.kind)}
        aria-invalid={isWrong}
        onChange={(event) => onChange({ code: event.target.value.trim() })}
      />
    </Labelled>
  )
}

export function HouseholdsField({ draft, onChange, isWrong }: Props & { isWrong: boolean }) {
  const words = useMessages(messages)
  return (
    <Labelled
      id="area-households"
      label={words.households}
      optional
      hint={words.householdsHint}
      error={isWrong ? words.householdsWrong : undefined}
    >
      <Input
        id="area-households"
        value={draft.households}
        inputMode="numeric"
        maxLength={7}
        aria-invalid={isWrong}
        onChange={(event) => onChange({ households: event.target.value.trim() })}
      />
    </Labelled>
  )
}

export function CommunityTypeField({ draft, onChange }: Props) {
  const words = useMessages(messages)
  const { old, commercial, work_unit, village_turned } = useMessages(areaWords).communityTypes
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
        style={whole}
        {...(draft.communityType && { value: draft.communityType })}
        onChange={(communityType: Draft['communityType']) => onChange({ communityType })}
        options={options}
      />
    </Labelled>
  )
}

export function GridKindField({ draft, onChange }: Props) {
  const words = useMessages(messages)
  const { community, rural, dedicated } = useMessages(areaWords).gridKinds
  const options = [
    { value: 'community' as const, label: community },
    { value: 'rural' as const, label: rural },
    { value: 'dedicated' as const, label: dedicated },
  ]
  return (
    <Labelled id="area-grid-kind" label={words.gridKind}>
      <Select
        id="area-grid-kind"
        style={whole}
        {...(draft.gridKind && { value: draft.gridKind })}
        onChange={(gridKind: Draft['gridKind']) => onChange({ gridKind })}
        options={options}
      />
    </Labelled>
  )
}
