import { useSyncExternalStore } from 'react'
import { deliveryOf, outboxItems, watchOutbox, type Delivery } from './outbox.ts'
import type { OutboxItem } from './phone-store.ts'

/** What still waits on this phone. */
export function useOutbox(): { readonly items: readonly OutboxItem[]; readonly count: number } {
  const items = useSyncExternalStore(watchOutbox, outboxItems, outboxItems)
  return { items, count: items.length }
}

/** Follows one item from `enqueue`: waiting, then sent with the server's answer, or refused. */
export function useDelivery(id: string | undefined): Delivery | undefined {
  const read = () => (id ? deliveryOf(id) : undefined)
  return useSyncExternalStore(watchOutbox, read, read)
}
