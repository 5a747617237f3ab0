import { useMemo } from 'react'
import { useAddress, type Search } from '#kernel/web/react/use-address.ts'
import type { QueryOf } from '#kernel/contract/route.ts'
import type * as contract from '../contract.ts'
import type { ListName } from '../contract.ts'

/** In the order of the counts row. The contract's own list would bring the schema library along. */
export const deskLists = [
  'todo',
  'doing',
  'due_soon',
  'overdue',
  'raised',
  'disputed',
  'waiting',
  'to_follow_up',
  'to_close',
  'mine',
  'open',
  'done',
  'all',
] as const satisfies readonly ListName[]

/** What the list is narrowed by, as the calls take it and as it stands in the address. */
export type DeskFilter = QueryOf<typeof contract.countFound>

/** Filters besides list, area and what was typed, in the order they are shown. */
export const furtherFilters = [
  'subject',
  'channel',
  'level',
  'colour',
  'from',
  'until',
  'handler',
  'organisation',
] as const satisfies readonly (keyof DeskFilter)[]
export type FurtherFilter = (typeof furtherFilters)[number]

/** What the desk shows, all of it in the address: the filter, the open matter `m`. */
export type Desk = {
  readonly filter: DeskFilter & { readonly list: ListName }
  readonly list: ListName
  /** As the calls take it: empty for all of the own areas. */
  readonly within: { readonly area?: number }
  readonly q: string | undefined
  readonly matterId: string | undefined
  readonly isWide: boolean
  readonly isTaking: boolean
  readonly change: (part: Search, how?: { replace?: boolean }) => void
}

export function filterIn(search: Search): DeskFilter & { list: ListName } {
  const q = search['q'] ?? search['number']
  const listed = deskLists.find((name) => name === search['list'])
  const area = Number(search['area'])
  const further = furtherFilters.flatMap((name) => (search[name] ? [[name, search[name]]] : []))
  return {
    list: listed ?? (q ? 'all' : 'open'),
    ...(area && { area }),
    ...(q && { q }),
    ...(Object.fromEntries(further) as Pick<DeskFilter, FurtherFilter>),
  }
}

/** The same as it stands in the address, with whatever is not asked for taken out of it. */
export function addressOfFilter(filter: DeskFilter): Search {
  const further = furtherFilters.map((name) => [name, filter[name]])
  return {
    list: filter.list,
    area: filter.area === undefined ? undefined : String(filter.area),
    q: filter.q,
    number: undefined,
    m: undefined,
    ...(Object.fromEntries(further) as Search),
  }
}

export const isNarrowed = (filter: DeskFilter): boolean =>
  filter.q !== undefined || furtherFilters.some((name) => filter[name] !== undefined)

export function useDesk(): Desk {
  const { search, change } = useAddress()
  const filter = useMemo(() => filterIn(search), [search])
  return {
    filter,
    list: filter.list,
    within: filter.area ? { area: filter.area } : {},
    q: filter.q,
    matterId: search['m'],
    isWide: search['wide'] === '1',
    isTaking: search['take'] === '1',
    change,
  }
}
