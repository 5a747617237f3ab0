import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { call } from '#kernel/web/call.ts'
import { askAgain } from '#kernel/web/react/use-staff-route.ts'
import type * as contract from '../contract.ts'
import { readNews } from '../web/routes.generated.ts'
import type { DeskFilter } from './desk-address.ts'

type Told = ReturnsOf<typeof contract.readNews>
type Change = Told['changed'][number]

const EVERY_MS = 4_000
/** After a failure it is asked less often, until it answers again. */
const AFTER_FAILURE_MS = 20_000
const FRESH_MS = 3_000

type News = {
  /** Of which list. */
  readonly name: string
  /** What changed since the list was read, by matter. */
  readonly changes: ReadonlyMap<string, Change>
  /** Matters that changed in the last moments. */
  readonly fresh: ReadonlySet<string>
  readonly isMany: boolean
}
const nothing = (name: string): News => ({ name, changes: new Map(), fresh: new Set(), isMany: false })

/** Asks every few seconds, only while somebody looks, and tells whenever there is something. */
function follow(filter: DeskFilter, onTold: (told: Told) => void): () => void {
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let position: number | undefined
  async function ask(): Promise<number> {
    if (document.hidden) return EVERY_MS
    try {
      const query = { ...filter, ...(position !== undefined && { after: position }) }
      const told = await call(readNews, { query }, { signal: stop.signal })
      position = told.position
      if (told.changed.length > 0 || told.isMany) onTold(told)
      return EVERY_MS
    } catch {
      return AFTER_FAILURE_MS
    }
  }
  async function turn(): Promise<void> {
    const wait = await ask()
    if (!stop.signal.aborted) timer = setTimeout(() => void turn(), wait)
  }
  void turn()
  return () => {
    stop.abort()
    clearTimeout(timer)
  }
}

/**
 * What others do while the desk is open. Rows change where they stand, nothing moves under the hand: what came or left is
 * told, and the list is read anew when the person wants it.
 */
export function useNews(filter: DeskFilter) {
  const client = useQueryClient()
  const name = JSON.stringify(filter)
  const [kept, setNews] = useState<News>(() => nothing(name))
  const news = kept.name === name ? kept : nothing(name)

  useEffect(
    () =>
      follow(JSON.parse(name) as DeskFilter, (told) => {
        setNews((before) => added(before.name === name ? before : nothing(name), told))
        void askAgain(client, ['/matter-counts', '/matter-holders', '/matter-totals'])
      }),
    [name, client],
  )
  useEffect(() => {
    if (kept.fresh.size === 0) return undefined
    const timer = setTimeout(() => setNews((now) => ({ ...now, fresh: new Set() })), FRESH_MS)
    return () => clearTimeout(timer)
  }, [kept])

  return { ...news, forget: () => setNews(nothing(name)) }
}

function added(before: News, told: Told): News {
  const changes = new Map(before.changes)
  for (const change of told.changed) {
    const kinds = [...(changes.get(change.matter.id)?.kinds ?? []), ...change.kinds]
    changes.set(change.matter.id, { ...change, kinds })
  }
  return {
    name: before.name,
    changes,
    fresh: new Set(told.changed.map(({ matter }) => matter.id)),
    isMany: before.isMany || told.isMany,
  }
}
