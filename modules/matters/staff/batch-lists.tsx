import { Button } from 'antd'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { messages } from './batch.messages.ts'
import type { Progress, Step, useBatchRun } from './batch-run.ts'
import type { Previewed } from './batch-value.ts'

type PreviewProps = {
  readonly items: readonly Previewed[] | undefined
  /** How many were chosen. */
  readonly count: number
  readonly isStale: boolean
}

/** "12 chosen: 10 can be done, 2 not", and why those two not. */
export function BatchPreview({ items, count, isStale }: PreviewProps) {
  const words = useMessages(messages)
  if (!items) return <p role="status">{words.looking}</p>
  const refused = items.filter(({ why }) => why !== undefined)
  const can = items.length - refused.length
  const said =
    can === 0
      ? words.canNone(items.length)
      : refused.length === 0
        ? words.canAll(items.length)
        : words.can(items.length, can, refused.length)
  return (
    <div className={isStale ? 'b-preview is-stale' : 'b-preview'}>
      <p role="status">
        <strong>{said}</strong> {items.length < count && words.gone(count - items.length)}
      </p>
      {refused.length > 0 && (
        <ul aria-label={words.notThese}>
          {refused.map((item) => (
            <li key={item.id}>
              <Name item={item} />
              <small>{item.why}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Name({ item }: { item: Previewed }) {
  const language = useLanguage()
  return (
    <span>
      {item.number} <b>{item.subject[language]}</b> {item.placeNames.slice(-2).join(' ')}
    </span>
  )
}

type ResultProps = {
  readonly items: readonly Previewed[]
  readonly batch: ReturnType<typeof useBatchRun>
  readonly onAgain: (steps: readonly (readonly [string, Step])[]) => Promise<void>
  readonly onClose: () => void
}

const iconOf = { waiting: 'clock', busy: 'wait', done: 'check', failed: 'warning' } as const

/** Each of them with what became of it; what failed can be tried again. */
export function BatchResults({ items, batch, onAgain, onClose }: ResultProps) {
  const words = useMessages(messages)
  const states = items.map(({ id }) => batch.progress.get(id)?.state ?? 'waiting')
  const count = (state: Progress['state']) => states.filter((each) => each === state).length
  const failed = items.filter(({ id }) => batch.progress.get(id)?.state === 'failed')
  return (
    <div className="b-results">
      <p role="status">
        <strong>
          {batch.isRunning
            ? words.running(count('done') + count('failed'), items.length)
            : words.ended(count('done'), count('failed'))}
        </strong>
      </p>
      <ul>
        {items.map((item) => (
          <Result key={item.id} item={item} now={batch.progress.get(item.id) ?? { state: 'waiting' }} />
        ))}
      </ul>
      {!batch.isRunning && (
        <div className="m-send">
          <Button type="primary" onClick={onClose}>
            {words.close}
          </Button>
          {failed.length > 0 && (
            <Button onClick={() => void onAgain(batch.stepsOf(failed.map(({ id }) => id)))}>
              {words.again}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Result({ item, now }: { item: Previewed; now: Progress }) {
  const words = useMessages(messages)
  return (
    <li className={`is-${now.state}`}>
      <Name item={item} />
      <span className="b-state">
        <Icon name={iconOf[now.state]} size={0.95} />
        {words.states[now.state]}
      </span>
      {now.problem && <small>{now.problem.message}</small>}
    </li>
  )
}
