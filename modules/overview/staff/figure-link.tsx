import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { rowsSearch, type RowsOf } from './overview-address.ts'

/** A number that opens to its rows; nought opens to nothing and is plain text. */
export function FigureLink(props: {
  of: RowsOf
  isEmpty: boolean
  label: string
  className?: string
  children: ReactNode
}) {
  const { of, isEmpty, label, className, children } = props
  if (isEmpty) return <span className={className}>{children}</span>
  return (
    <Link to="/overview/rows" search={() => rowsSearch(of)} title={label} {...(className && { className })}>
      {children}
    </Link>
  )
}
