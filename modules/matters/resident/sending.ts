import { deliveryOf, outboxItems, startOutbox, watchOutbox } from '#kernel/web/outbox.ts'
import { isReceiptLike, keepReceipt } from './kept-receipts.ts'

let started = false

/** Sends what waits on this phone from any resident page, and remembers the receipts that come back. */
export function startSending(): void {
  if (started) return
  started = true
  let waiting = new Set<string>()
  watchOutbox(() => {
    const now = new Set(outboxItems().map((item) => item.id))
    for (const id of waiting) {
      const delivery = now.has(id) ? undefined : deliveryOf(id)
      if (delivery?.state === 'sent' && isReceiptLike(delivery.answer)) keepReceipt(delivery.answer)
    }
    waiting = now
  })
  startOutbox()
}
