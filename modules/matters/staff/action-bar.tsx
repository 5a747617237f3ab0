import { Button, Dropdown } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import type { Action, MatterDetail } from '../contract.ts'
import { messages } from './actions.messages.ts'
import { actionsInOrder, type Doing } from './next-actions.ts'

const ending: readonly Doing[] = ['return']

type Props = {
  readonly detail: MatterDetail
  readonly open: Action | undefined
  readonly onChoose: (action: Doing) => void
}

/** The next step as the one strong button, two more beside it, the rest under "more". */
export function ActionBar({ detail, open, onChoose }: Props) {
  const words = useMessages(messages)
  const [first, ...others] = actionsInOrder(detail)
  if (!first) return null
  const beside = others.slice(0, 2)
  const rest = others.slice(2)
  return (
    <div className="m-actions" role="group" aria-label={words.region}>
      <Button type="primary" aria-expanded={open === first} onClick={() => onChoose(first)}>
        {words.names[first]}
      </Button>
      {beside.map((action) => (
        <Button key={action} aria-expanded={open === action} onClick={() => onChoose(action)}>
          {words.names[action]}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((key) => ({ key, label: words.names[key], danger: ending.includes(key) })),
            onClick: ({ key }) => {
              const chosen = rest.find((action) => action === key)
              if (chosen) onChoose(chosen)
            },
          }}
        >
          <Button>{words.more}</Button>
        </Dropdown>
      )}
    </div>
  )
}
