import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { holds, useSession } from '#kernel/web/react/session.tsx'
import type { BatchAction } from '../contract.ts'
import { messages as acts } from './actions.messages.ts'
import './batch.css'
import { messages } from './batch.messages.ts'
import { usePrintMatters } from './use-open-matter.ts'

const BatchDrawer = lazy(() => import('./batch-drawer.tsx').then((m) => ({ default: m.BatchDrawer })))

const MOST = 100
/** What most often comes next, first, with what it takes. */
const offered: readonly (readonly [BatchAction, string])[] = [
  ['accept', 'matters.handle'],
  ['assign', 'matters.dispatch'],
  ['answer', 'matters.handle'],
  ['transfer', 'matters.dispatch'],
  ['ask', 'matters.handle'],
  ['hand_up', 'matters.hand-up'],
  ['extend', 'matters.extend'],
  ['instruct', 'matters.supervise'],
  ['close', 'matters.close'],
]

type Props = {
  readonly ids: readonly string[]
  readonly onNone: () => void
  readonly onDone: () => void
}

/** Below the list while rows are chosen: how many, and what can be done with all of them. */
export function BatchBar({ ids, onNone, onDone }: Props) {
  /** What the drawer was opened for: it stays the same while the choice in the list goes. */
  const [open, setOpen] = useState<{ action: BatchAction; ids: readonly string[] }>()
  return (
    <>
      {ids.length > 0 && <Bar ids={ids} onNone={onNone} onStart={(action) => setOpen({ action, ids })} />}
      {open && (
        <Suspense>
          <BatchDrawer {...open} onClose={() => setOpen(undefined)} onDone={onDone} />
        </Suspense>
      )}
    </>
  )
}

type BarProps = Pick<Props, 'ids' | 'onNone'> & { readonly onStart: (action: BatchAction) => void }

function Bar({ ids, onNone, onStart }: BarProps) {
  const words = useMessages(messages)
  const print = usePrintMatters()
  return (
    <div className="b-bar" role="group" aria-label={words.bar}>
      <strong>{words.chosen(ids.length)}</strong>
      {ids.length > MOST ? <span className="b-most">{words.most(MOST)}</span> : <Acts onStart={onStart} />}
      {ids.length <= MOST && (
        <Button size="small" onClick={() => print(ids)}>
          {words.print}
        </Button>
      )}
      <Button size="small" type="text" onClick={onNone}>
        {words.none}
      </Button>
    </div>
  )
}

function Acts({ onStart }: Pick<BarProps, 'onStart'>) {
  const words = useMessages(messages)
  const { names } = useMessages(acts)
  const session = useSession()
  const may = offered.filter(([, permission]) => holds(session, permission)).map(([name]) => name)
  const more = may.slice(4)
  return (
    <>
      {may.slice(0, 4).map((name) => (
        <Button key={name} size="small" onClick={() => onStart(name)}>
          {names[name]}
        </Button>
      ))}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map((key) => ({ key, label: names[key] })),
            onClick: ({ key }) => {
              const chosen = more.find((name) => name === key)
              if (chosen) onStart(chosen)
            },
          }}
        >
          <Button size="small">{words.more}</Button>
        </Dropdown>
      )}
    </>
  )
}
