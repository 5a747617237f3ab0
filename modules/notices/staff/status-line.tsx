import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import type { Delivery } from '../contract.ts'
import { noticeWords } from './notice-words.messages.ts'

const icons = { waiting: 'wait', sent: 'check', dead: 'late', skipped: 'cross' } as const

/** How a delivery stands: a shape, a word, and why where it did not go well. */
export function StatusLine({ status, outcome }: Pick<Delivery, 'status' | 'outcome'>) {
  const words = useMessages(noticeWords)
  return (
    <span>
      <span className={`nt-status nt-status-${status}`}>
        <Icon name={icons[status]} size={0.95} />
        {words.statuses[status]}
      </span>
      {outcome && outcome !== 'sent' && (
        <>
          <br />
          <span className="nt-hint">{words.outcomes[outcome]}</span>
        </>
      )}
    </span>
  )
}
