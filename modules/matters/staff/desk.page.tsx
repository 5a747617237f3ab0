import { Button, Modal } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffPages } from '#kernel/web/react/use-staff-route.ts'
import type { MatterSummary } from '../contract.ts'
import { listMatters } from '../web/routes.generated.ts'
import { useDesk, type Desk } from './desk-address.ts'
import { DeskCounts } from './desk-counts.tsx'
import './matter-table.css'
import './desk.css'
import { messages } from './desk.messages.ts'
import { LateLine } from './late-line.tsx'
import { MatterDetail } from './matter-detail.tsx'
import { MatterTable } from './matter-table.tsx'
import { useDeskKeys } from './use-desk-keys.ts'

const TakeReport = lazy(() => import('./take-report.tsx').then((m) => ({ default: m.TakeReport })))

const PAGE = 50

function useMatters({ within, list, subject, number }: Desk) {
  const filter = number ? { number } : { list, ...(subject ? { subject } : {}) }
  const query = { ...within, ...filter, limit: PAGE }
  const answer = useStaffPages(listMatters, { query }, { keepLast: true, every: 60_000 })
  return { answer, matters: answer.data?.pages.flatMap((page) => page.items) ?? [] }
}

/** Moves through the rows by key; with the detail open it moves along. */
function useRows(desk: Desk, matters: readonly MatterSummary[]) {
  const [at, setAt] = useState<string>()
  const cursor = desk.matterId ?? at
  const open = (matter: MatterSummary | undefined) => {
    if (!matter) return
    setAt(matter.id)
    desk.change({ m: matter.id }, { replace: desk.matterId !== undefined })
  }
  const move = (by: number) => {
    const index = matters.findIndex(({ id }) => id === cursor)
    const next = matters[index === -1 ? 0 : Math.min(matters.length - 1, Math.max(0, index + by))]
    if (desk.matterId) open(next)
    else setAt(next?.id)
  }
  const close = () => {
    if (!desk.matterId) return
    setAt(desk.matterId)
    desk.change({ m: undefined, wide: undefined })
  }
  return { cursor, open, move, close, openHere: () => open(matters.find(({ id }) => id === cursor)) }
}

export function DeskPage() {
  const words = useMessages(messages)
  const desk = useDesk()
  const { answer, matters } = useMatters(desk)
  const rows = useRows(desk, matters)
  const [isHelping, setHelping] = useState(false)
  /** The matter whose accepting was asked for by key; its detail begins with that form. */
  const [toAccept, setToAccept] = useState<string>()
  useDeskKeys({
    j: () => rows.move(1),
    k: () => rows.move(-1),
    Enter: rows.openHere,
    Escape: rows.close,
    a: () => {
      setToAccept(rows.cursor)
      if (!desk.matterId) rows.openHere()
    },
    '?': () => setHelping(true),
  })
  return (
    <div className={`s-fill d${desk.matterId ? ' has-detail' : ''}${desk.isWide ? ' is-wide' : ''}`}>
      <h1 className="s-unseen">{words.title}</h1>
      <DeskCounts desk={desk} />
      {!desk.number && desk.list !== 'done' && <LateLine desk={desk} />}
      <div className="d-panes">
        <section className={answer.isPlaceholderData ? 'd-list is-stale' : 'd-list'} aria-label={words.lists}>
          {desk.number && <NumberNote desk={desk} />}
          <ProblemNote problem={answer.error} again={() => void answer.refetch()} />
          <MatterTable
            matters={matters}
            cursor={rows.cursor}
            isNarrow={desk.matterId !== undefined}
            isOver={desk.list === 'done' && !desk.number}
            onOpen={rows.open}
          />
          <ListEnd desk={desk} answer={answer} count={matters.length} onHelp={() => setHelping(true)} />
        </section>
        {desk.matterId && (
          <MatterDetail
            key={desk.matterId}
            matterId={desk.matterId}
            desk={desk}
            isAccepting={toAccept === desk.matterId}
            onAccepting={() => setToAccept(undefined)}
            onClose={rows.close}
          />
        )}
      </div>
      {desk.isTaking && (
        <Suspense>
          <TakeReport desk={desk} />
        </Suspense>
      )}
      <KeysHelp isOpen={isHelping} onClose={() => setHelping(false)} />
    </div>
  )
}

function NumberNote({ desk }: { desk: Desk }) {
  const words = useMessages(messages)
  return (
    <p className="d-hits">
      {words.numberHits(desk.number ?? '')}
      <Button size="small" onClick={() => desk.change({ number: undefined, m: undefined })}>
        {words.clearNumber}
      </Button>
    </p>
  )
}

type EndProps = {
  readonly desk: Desk
  readonly answer: ReturnType<typeof useMatters>['answer']
  readonly count: number
  readonly onHelp: () => void
}

/** Below the rows: what an empty list means, more rows, or that these were all. */
function ListEnd({ desk, answer, count, onHelp }: EndProps) {
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
      <p className="d-empty">{desk.number ? words.emptyNumber(desk.number) : words.emptyLists[desk.list]}</p>
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
      <Button size="small" type="text" onClick={onHelp}>
        {words.keys} ?
      </Button>
    </p>
  )
}

function KeysHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useMessages(messages)
  return (
    <Modal open={isOpen} onCancel={onClose} title={words.keysTitle} footer={null} width={320} destroyOnHidden>
      <dl className="d-keys">
        {Object.entries(words.keyNames).map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
