import { useMessages } from '#kernel/web/messages.ts'
import { type ColumnName, narrowColumns } from './desk-columns.ts'
import { messages } from './desk.messages.ts'
import { useMarks } from './marked.tsx'
import { MatterRow, type Row } from './matter-row.tsx'
import { ROW_HEIGHT, type Slice } from './use-window.ts'

export type TableProps = {
  readonly rows: readonly Row[]
  readonly slice: Slice
  readonly columns: readonly ColumnName[]
  /** The row the keys move from. */
  readonly cursor: string | undefined
  readonly chosen: ReadonlySet<string>
  readonly marks: readonly string[] | undefined
  /** The detail stands beside the table, which then shows fewer columns. */
  readonly isNarrow: boolean
  /** All of them are over: when it ended instead of what is left. */
  readonly isOver: boolean
  /** Rows of the filter before, while those of this one are on their way. */
  readonly isStale: boolean
  readonly onOpen: (matter: Row) => void
  /** `further` with the shift key: all from the last one on. */
  readonly onChoose: (index: number, further: boolean) => void
  readonly onChooseAll: (isOn: boolean) => void
}

/** Rows of 36 px under a head that stays; a row opens by a click anywhere, its number is the way in for keys. */
export function MatterTable(props: TableProps) {
  const { rows, slice, columns, isNarrow, isOver } = props
  const { columns: names, table } = useMessages(messages)
  const shown = isNarrow ? narrowColumns : columns
  const marks = useMarks(props.marks)
  const communities = new Set(rows.slice(0, 100).map((matter) => matter.placeNames[0]))
  const withCommunity = !isNarrow && !shown.includes('community') && communities.size > 1
  const nameOf = (column: ColumnName) =>
    isOver && column === 'left' ? names.ended : isOver && column === 'holder' ? names.held : names[column]
  return (
    <table
      className={['d-table', isNarrow && 'is-narrow', props.isStale && 'is-stale'].filter(Boolean).join(' ')}
      aria-label={table}
      aria-rowcount={rows.length + 1}
    >
      <thead>
        <tr aria-rowindex={1}>
          <th className="c-choose">
            <ChooseAll {...props} />
          </th>
          {shown.map((column) => (
            <th key={column} className={`c-${column}`}>
              {nameOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Space rows={slice.from} />
        {rows.slice(slice.from, slice.until).map((matter, offset) => (
          <MatterRow
            key={matter.id}
            matter={matter}
            index={slice.from + offset}
            columns={shown}
            marks={marks}
            isHere={matter.id === props.cursor}
            isChosen={props.chosen.has(matter.id)}
            isNarrow={isNarrow}
            withCommunity={withCommunity}
            onOpen={props.onOpen}
            onChoose={props.onChoose}
          />
        ))}
        <Space rows={rows.length - slice.until} />
      </tbody>
    </table>
  )
}

/** The height of rows that are not drawn. */
const Space = ({ rows }: { rows: number }) =>
  rows > 0 ? <tr className="d-space" aria-hidden="true" style={{ height: rows * ROW_HEIGHT }} /> : null

function ChooseAll({ rows, chosen, onChooseAll }: TableProps) {
  const words = useMessages(messages)
  const isAll = rows.length > 0 && rows.every(({ id }) => chosen.has(id))
  return (
    <input
      type="checkbox"
      aria-label={words.chooseAll}
      title={words.chooseAll}
      checked={isAll}
      disabled={rows.length === 0}
      ref={(box) => {
        if (box) box.indeterminate = !isAll && chosen.size > 0
      }}
      onChange={(event) => onChooseAll(event.target.checked)}
    />
  )
}
