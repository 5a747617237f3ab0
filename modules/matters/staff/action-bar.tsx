import { Button, Dropdown, type MenuProps } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import type { Action, MatterDetail } from '../contract.ts'
import { messages } from './actions.messages.ts'
import { actionsInOrder, onTheBar, ordering, type Doing } from './next-actions.ts'

type Props = {
  readonly detail: MatterDetail
  readonly open: Action | undefined
  readonly onChoose: (action: Doing) => void
}

/** The next step as the one strong button, two more beside it, the rest under "more". */
export function ActionBar({ detail, open, onChoose }: Props) {
  const words = useMessages(messages)
  const { bar, more } = onTheBar(actionsInOrder(detail))
  if (bar.length === 0) return null
  return (
    <div className="m-actions" role="group" aria-label={words.region}>
      {bar.map((action, index) => (
        <Button
          key={action}
          type={index === 0 ? 'primary' : 'default'}
          aria-expanded={open === action}
          onClick={() => onChoose(action)}
        >
          {words.names[action]}
        </Button>
      ))}
      {more.length > 0 && <More acts={more} onChoose={onChoose} />}
    </div>
  )
}

function More({ acts, onChoose }: { acts: readonly Doing[]; onChoose: Props['onChoose'] }) {
  const words = useMessages(messages)
  const item = (key: Doing) => ({ key, label: words.names[key], danger: key === 'return' })
  const handling = acts.filter((action) => !ordering.includes(action) && action !== 'return')
  const orders = acts.filter((action) => ordering.includes(action))
  const group = (key: keyof typeof words.groups, of: readonly Doing[]) =>
    of.length > 0 ? [{ type: 'group' as const, key, label: words.groups[key], children: of.map(item) }] : []
  const end = acts.includes('return') ? [{ type: 'divider' as const }, item('return')] : []
  const items: MenuProps['items'] = [...group('handling', handling), ...group('ordering', orders), ...end]
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          const chosen = acts.find((action) => action === key)
          if (chosen) onChoose(chosen)
        },
      }}
    >
      <Button>{words.more}</Button>
    </Dropdown>
  )
}
