import { Button, DatePicker, Input, Radio, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import type { AreaShape } from '#modules/places/contract.ts'
import { AreaSelect } from '#modules/places/web/door.tsx'
import type { PlanDraft } from './plan-draft.ts'
import { messages } from './regroup.messages.ts'

type Props = { draft: PlanDraft; onChange: (draft: PlanDraft) => void }

const kinds = ['split', 'merge', 'move'] as const

/** What is to be done, since when, and with which grids. */
export function PlanForm({
  draft,
  onChange,
  gridId,
  beside,
}: Props & { gridId: number; beside: readonly AreaShape[] }) {
  const words = useMessages(messages)
  return (
    <>
      <Segmented
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind, taken: new Map() })}
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <p className="rg-hint">{words.kindHow[draft.kind]}</p>
      <Labelled id="regroup-day" label={words.day}>
        <DatePicker
          id="regroup-day"
          value={draft.day ? dayjs(draft.day) : null}
          minDate={dayjs()}
          placeholder={words.today}
          onChange={(day) => onChange({ ...draft, day: day?.format('YYYY-MM-DD') })}
        />
      </Labelled>
      {draft.kind === 'split' && <Parts draft={draft} onChange={onChange} />}
      {draft.kind === 'merge' && <Merger draft={draft} onChange={onChange} beside={beside} />}
      {draft.kind === 'move' && (
        <Labelled id="regroup-target" label={words.target}>
          <AreaSelect
            id="regroup-target"
            value={draft.target ?? gridId}
            kinds={['grid']}
            onChange={(target) => onChange({ ...draft, target: target === gridId ? undefined : target })}
          />
        </Labelled>
      )}
    </>
  )
}

function Parts({ draft, onChange }: Props) {
  const words = useMessages(messages)
  const count = (part: number): number => [...draft.taken.values()].filter((of) => of === part).length
  const rename = (part: number, name: string): void =>
    onChange({
      ...draft,
      parts: draft.parts.map((each, index) => (index === part ? { ...each, name } : each)),
    })
  const remove = (): void => {
    const last = draft.parts.length - 1
    const taken = new Map([...draft.taken].filter(([, of]) => of !== last))
    onChange({ ...draft, parts: draft.parts.slice(0, -1), taken, active: 0 })
  }
  return (
    <fieldset className="rg-parts">
      <legend>{words.parts}</legend>
      {draft.parts.map(({ name }, index) => (
        // Parts are told apart by their number alone.
        <div key={`part ${index + 1}`} className="rg-part">
          <span className={`rg-number p-map-tone-${index % 6}`}>{index + 1}</span>
          <Input
            aria-label={words.partName(index + 1)}
            placeholder={words.partName(index + 1)}
            maxLength={80}
            value={name}
            onChange={(event) => rename(index, event.target.value)}
          />
          <span className="rg-hint">{words.partCount(count(index))}</span>
          <Radio checked={draft.active === index} onChange={() => onChange({ ...draft, active: index })}>
            {words.active}
          </Radio>
        </div>
      ))}
      <div className="rg-tools">
        <Button
          size="small"
          disabled={draft.parts.length >= 6}
          onClick={() => onChange({ ...draft, parts: [...draft.parts, { name: '' }] })}
        >
          {words.addPart}
        </Button>
        {draft.parts.length > 2 && (
          <Button size="small" onClick={remove}>
            {words.removePart}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

function Merger({ draft, onChange, beside }: Props & { beside: readonly AreaShape[] }) {
  const words = useMessages(messages)
  return (
    <>
      <Labelled id="regroup-others" label={words.mergeWith}>
        <Select
          id="regroup-others"
          mode="multiple"
          value={[...draft.others]}
          onChange={(others: number[]) => onChange({ ...draft, others })}
          options={beside.map(({ id, name }) => ({ value: id, label: name }))}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
        />
      </Labelled>
      <Labelled id="regroup-name" label={words.mergedName}>
        <Input
          id="regroup-name"
          maxLength={80}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </Labelled>
    </>
  )
}
