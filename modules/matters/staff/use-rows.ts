import { useState } from 'react'
import type { Desk } from './desk-address.ts'
import type { Row } from './matter-row.tsx'

/** Moves through the rows by key; with the detail open it moves along. `show` brings a row into sight. */
export function useRows(desk: Desk, rows: readonly Row[], show: (index: number) => void) {
  const [at, setAt] = useState<string>()
  const cursor = desk.matterId ?? at
  const indexOf = (id: string | undefined) => rows.findIndex((row) => row.id === id)
  const open = (matter: Row | undefined) => {
    if (!matter) return
    setAt(matter.id)
    desk.change({ m: matter.id }, { replace: desk.matterId !== undefined })
  }
  const move = (by: number) => {
    const index = indexOf(cursor)
    const to = index === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, index + by))
    const next = rows[to]
    show(to)
    if (desk.matterId) open(next)
    else setAt(next?.id)
  }
  const close = () => {
    if (!desk.matterId) return
    setAt(desk.matterId)
    desk.change({ m: undefined, wide: undefined })
  }
  const here = indexOf(cursor)
  return { cursor, here, open, move, close, openHere: () => open(rows[here]) }
}

/** Which rows are chosen for a batch; with the shift key from the last one on. */
export function useChosen(rows: readonly Row[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<number>()
  const choose = (index: number, further: boolean) => {
    const row = rows[index]
    if (!row) return
    const next = new Set(chosen)
    const isOn = !chosen.has(row.id)
    const from = further && last !== undefined ? last : index
    for (const each of rows.slice(Math.min(from, index), Math.max(from, index) + 1)) {
      if (isOn) next.add(each.id)
      else next.delete(each.id)
    }
    setLast(index)
    setChosen(next)
  }
  const chooseAll = (isOn: boolean) => setChosen(new Set(isOn ? rows.map(({ id }) => id) : []))
  const ids = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  return { chosen, ids, choose, chooseAll, none: () => setChosen(new Set()) }
}
