import { Checkbox, Select, Table } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { give, type PlanDraft } from './plan-draft.ts'
import { messages } from './regroup.messages.ts'

type House = { id: number; name: string }

/** The same as on the map, one row a building: for the keyboard, and where a building has no place on the map. */
export function HouseTable(props: {
  houses: readonly House[]
  draft: PlanDraft
  onChange: (draft: PlanDraft) => void
}) {
  const words = useMessages(messages)
  const { houses, draft, onChange } = props
  const set = (house: number, part: number | undefined): void => {
    const taken = new Map(draft.taken)
    if (part === undefined) taken.delete(house)
    else taken.set(house, part)
    onChange({ ...draft, taken })
  }
  const options = draft.parts.map(({ name }, value) => ({
    value,
    label: `${value + 1} ${name.trim() || words.partName(value + 1)}`,
  }))
  const choice = ({ id, name }: House) =>
    draft.kind === 'split' ? (
      <Select
        size="small"
        aria-label={`${name} ${words.goesTo}`}
        allowClear
        placeholder={words.notYet}
        {...(draft.taken.has(id) && { value: draft.taken.get(id) })}
        onChange={(part: number | undefined) => set(id, part)}
        options={options}
        style={{ width: 170 }}
      />
    ) : (
      <Checkbox checked={draft.taken.has(id)} onChange={() => onChange(give(draft, id, 0))}>
        {draft.taken.has(id) ? words.goes : words.stays}
      </Checkbox>
    )
  return (
    <Table<House>
      size="small"
      rowKey="id"
      dataSource={houses}
      columns={[
        { title: words.houses, key: 'name', render: (house: House) => house.name },
        { title: words.goesTo, key: 'part', render: choice },
      ]}
      scroll={{ y: 420 }}
      pagination={false}
    />
  )
}
