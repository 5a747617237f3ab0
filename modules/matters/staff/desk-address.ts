import { useAddress, type Search } from '#kernel/web/react/use-address.ts'
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
] as const satisfies readonly ListName[]

const listOf = (text: string | undefined): ListName => deskLists.find((name) => name === text) ?? 'open'

/** What the desk shows, all of it in the address: list, area, subject, number, the open matter `m`. */
export type Desk = {
  readonly list: ListName
  /** As the calls take it: empty for all of the own areas. */
  readonly within: { readonly area?: number }
  readonly subject: string | undefined
  readonly number: string | undefined
  readonly matterId: string | undefined
  readonly isWide: boolean
  readonly isTaking: boolean
  readonly change: (part: Search, how?: { replace?: boolean }) => void
}

export function useDesk(): Desk {
  const { search, change } = useAddress()
  const area = Number(search['area'])
  return {
    list: listOf(search['list']),
    within: area ? { area } : {},
    subject: search['subject'],
    number: search['number'],
    matterId: search['m'],
    isWide: search['wide'] === '1',
    isTaking: search['take'] === '1',
    change,
  }
}
