import { Button, Checkbox, Popover } from 'antd'
import { useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { addressOfFilter, type Desk, furtherFilters, isNarrowed } from './desk-address.ts'
import { columnNames, fixedColumns, type useColumns } from './desk-columns.ts'
import { messages as deskWords } from './desk.messages.ts'
import './filter-bar.css'
import { FilterFields } from './filter-fields.tsx'
import { messages } from './filter.messages.ts'
import { SavedFilters, SaveFilter } from './saved-filters.tsx'
import { useFilterNames } from './use-filter-names.ts'

type Props = {
  readonly desk: Desk
  readonly columns: ReturnType<typeof useColumns>
  /** What can be taken along of what is shown. */
  readonly tools?: React.ReactNode
}

/** What the list is narrowed by, as words that can be taken away one by one; kept filters; the columns. */
export function FilterBar({ desk, columns, tools }: Props) {
  const words = useMessages(messages)
  return (
    <div className="d-filters" role="group" aria-label={words.filters}>
      <FilterButton desk={desk} />
      <Chips desk={desk} />
      <SavedFilters desk={desk} />
      <span className="d-filters-tools">
        {isNarrowed(desk.filter) && <SaveFilter desk={desk} />}
        <ColumnChooser columns={columns} />
        {tools}
      </span>
    </div>
  )
}

function FilterButton({ desk }: { desk: Desk }) {
  const words = useMessages(messages)
  const [isOpen, setOpen] = useState(false)
  const count = furtherFilters.filter((name) => desk.filter[name] !== undefined).length
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={<FilterFields desk={desk} onDone={() => setOpen(false)} />}
    >
      <Button size="small" aria-expanded={isOpen}>
        {words.filter}
        {count > 0 && ` ${count}`}
      </Button>
    </Popover>
  )
}

function Chips({ desk }: { desk: Desk }) {
  const words = useMessages(messages)
  const names = useFilterNames(desk)
  if (!isNarrowed(desk.filter)) return null
  const chips = [
    ...(desk.q ? [{ name: 'q', text: words.searched(desk.q) }] : []),
    ...furtherFilters.flatMap((name) => {
      const text = names(name)
      return text ? [{ name, text }] : []
    }),
  ]
  const without = (name: string) =>
    desk.change(
      name === 'q'
        ? { q: undefined, number: undefined, list: desk.list === 'all' ? undefined : desk.list, m: undefined }
        : { [name]: undefined, m: undefined },
    )
  return (
    <>
      {chips.map(({ name, text }) => (
        <span key={name} className="d-chip">
          {text}
          <button type="button" aria-label={words.remove(text)} onClick={() => without(name)}>
            <Icon name="cross" size={0.75} />
          </button>
        </span>
      ))}
      {chips.length > 1 && (
        <Button
          size="small"
          type="link"
          onClick={() => desk.change(addressOfFilter({ ...desk.within, list: 'open' }))}
        >
          {words.clear}
        </Button>
      )}
    </>
  )
}

function ColumnChooser({ columns: { columns, toggle, reset } }: Pick<Props, 'columns'>) {
  const words = useMessages(messages)
  const { columns: names } = useMessages(deskWords)
  const content = (
    <fieldset className="d-columns">
      <legend>{words.columnsTitle}</legend>
      {columnNames.map((column) => (
        <Checkbox
          key={column}
          checked={columns.includes(column)}
          disabled={fixedColumns.includes(column)}
          onChange={() => toggle(column)}
        >
          {names[column]}
        </Checkbox>
      ))}
      <Button size="small" type="link" onClick={reset}>
        {words.usual}
      </Button>
    </fieldset>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content} destroyOnHidden>
      <Button size="small">{words.columns}</Button>
    </Popover>
  )
}
