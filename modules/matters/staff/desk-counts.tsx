import { Button } from 'antd'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { Can } from '#kernel/web/react/session.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Counts, ListName } from '../contract.ts'
import { countMatters } from '../web/routes.generated.ts'
import { deskLists, type Desk } from './desk-address.ts'
import { messages } from './desk.messages.ts'

const countedAs: Record<Exclude<ListName, 'done' | 'all'>, keyof Counts> = {
  todo: 'todo',
  doing: 'doing',
  due_soon: 'dueSoon',
  overdue: 'overdue',
  waiting: 'waiting',
  raised: 'raised',
  disputed: 'disputed',
  to_follow_up: 'toFollowUp',
  to_close: 'toClose',
  mine: 'mine',
  open: 'open',
}

/** Lists that are empty on most days: shown only while something stands in them. */
const rare: readonly ListName[] = ['raised', 'disputed', 'waiting']

/** The work lists with how many stand in each; each is a filter. Beside them taking down. */
export function DeskCounts({ desk }: { desk: Desk }) {
  const words = useMessages(messages)
  const counts = useStaffRoute(countMatters, { query: desk.within }, { keepLast: true, every: 60_000 }).data
  const kindOf = (list: ListName, count: number | undefined) =>
    count &&
    (list === 'overdue' || list === 'raised'
      ? 'is-late'
      : list === 'due_soon' || list === 'disputed'
        ? 'is-soon'
        : undefined)
  return (
    <div className="d-bar">
      <nav className="d-counts" aria-label={words.lists}>
        {deskLists.map((list) => {
          const count = list === 'done' || list === 'all' ? undefined : counts?.[countedAs[list]]
          if (rare.includes(list) && !count && list !== desk.list) return null
          return (
            <button
              key={list}
              type="button"
              className={kindOf(list, count) || undefined}
              aria-pressed={list === desk.list}
              onClick={() => desk.change({ list, m: undefined })}
            >
              {words.listNames[list]}
              {count !== undefined && <b>{count}</b>}
            </button>
          )
        })}
      </nav>
      <Can permission="matters.take">
        <Button
          type="primary"
          icon={<Icon name="plus" size={1} />}
          onClick={() => desk.change({ take: '1' }, { replace: true })}
        >
          {words.take}
        </Button>
      </Can>
    </div>
  )
}
