import { useState } from 'react'
import { readStored, writeStored } from '#kernel/web/language.ts'
import { useSession } from '#kernel/web/react/session.tsx'
import type { ListColumn } from '../contract.ts'

/**
 * Every column there is, in the order they stand. `subject` and `number` are always there: what it is and how it is opened.
 * The contract's own list would bring the schema library along.
 */
export const columnNames = [
  'left',
  'subject',
  'place',
  'community',
  'holder',
  'level',
  'organisation',
  'status',
  'channel',
  'received',
  'reports',
  'urged',
  'satisfaction',
  'number',
] as const satisfies readonly ListColumn[]
export type ColumnName = (typeof columnNames)[number]

export const fixedColumns: readonly ColumnName[] = ['subject', 'number']
const usual: readonly ColumnName[] = [
  'left',
  'subject',
  'place',
  'holder',
  'status',
  'channel',
  'reports',
  'number',
]
/** What stands beside an open detail. */
export const narrowColumns: readonly ColumnName[] = ['left', 'subject', 'place', 'holder', 'status']

function storedColumns(name: string): readonly ColumnName[] {
  const stored = readStored(name)
  if (stored === null) return usual
  const chosen = stored.split(',')
  return columnNames.filter((column) => fixedColumns.includes(column) || chosen.includes(column))
}

/** The columns somebody chose, remembered in this browser for each account. */
export function useColumns() {
  const name = `yige.desk-columns.${useSession().accountId}`
  const [columns, setColumns] = useState(() => storedColumns(name))
  const keep = (chosen: readonly ColumnName[] | undefined) => {
    writeStored(name, chosen ? chosen.join(',') : null)
    setColumns(storedColumns(name))
  }
  const toggle = (column: ColumnName) =>
    keep(
      columns.includes(column)
        ? columns.filter((each) => each !== column)
        : columnNames.filter((each) => each === column || columns.includes(each)),
    )
  return { columns, toggle, reset: () => keep(undefined) }
}
