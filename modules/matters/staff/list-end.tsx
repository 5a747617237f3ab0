import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Desk } from './desk-address.ts'
import { isNarrowed } from './desk-address.ts'
import { messages } from './desk.messages.ts'
import type { useMatters } from './use-matters.ts'

type Props = {
  readonly desk: Desk
  readonly answer: ReturnType<typeof useMatters>['answer']
  readonly count: number
  readonly onHelp: () => void
  readonly children: ReactNode
}

/** Below the rows: what an empty list means, more rows, or that these were all. */
export function ListEnd({ desk, answer, count, onHelp, children }: Props) {
  const words = useMessages(messages)
  if (answer.isPending) {
    return (
      <p className="d-end" role="status">
        {words.waiting}
      </p>
    )
  }
  if (answer.error && count === 0) return null
  if (count === 0) {
    return (
      <div className="d-empty">
        <p role="status">{emptyWords(desk, words)}</p>
        {children}
      </div>
    )
  }
  return (
    <p className="d-end">
      <span role="status">{answer.hasNextPage ? words.shown(count) : words.allShown(count)}</span>
      {answer.hasNextPage && (
        <Button size="small" loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {children}
      <Button size="small" type="text" onClick={onHelp}>
        {words.keys} ?
      </Button>
    </p>
  )
}

function emptyWords(desk: Desk, words: (typeof messages)['zh']): string {
  if (desk.q) return words.emptySearch(desk.q)
  return isNarrowed(desk.filter) ? words.emptyFilter : words.emptyLists[desk.list]
}
