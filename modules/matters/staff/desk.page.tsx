import { Button } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Can } from '#kernel/web/react/session.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { BatchBar } from './batch-bar.tsx'
import { type Desk, useDesk } from './desk-address.ts'
import { useColumns } from './desk-columns.ts'
import { DeskCounts } from './desk-counts.tsx'
import './matter-table.css'
import './desk.css'
import { messages } from './desk.messages.ts'
import { DeskTree } from './desk-tree.tsx'
import { FilterBar } from './filter-bar.tsx'
import { KeysHelp } from './keys-help.tsx'
import { LateLine } from './late-line.tsx'
import { ListEnd } from './list-end.tsx'
import { MatterDetail } from './matter-detail.tsx'
import { MatterTable } from './matter-table.tsx'
import { PhoneOffer, PhoneSearch } from './phone-search.tsx'
import { TakeListAlong } from './take-list-along.tsx'
import { useDeskKeys } from './use-desk-keys.ts'
import { useMatters } from './use-matters.ts'
import { useChosen, useRows } from './use-rows.ts'
import { useWindow } from './use-window.ts'

const TakeReport = lazy(() => import('./take-report.tsx').then((m) => ({ default: m.TakeReport })))

/** Rows left below the sight when the next page is fetched. */
const AHEAD = 30

function useList(desk: Desk) {
  const pane = useRef<HTMLElement>(null)
  const matters = useMatters(desk)
  const { slice, show } = useWindow(pane, matters.rows.length)
  const rows = useRows(desk, matters.rows, show)
  const chosen = useChosen(matters.rows)
  const { answer } = matters
  const isNear = slice.until > matters.rows.length - AHEAD
  useEffect(() => {
    if (isNear && answer.hasNextPage && !answer.isFetching) void answer.fetchNextPage()
  }, [isNear, answer])
  // Another list begins at its top.
  const name = JSON.stringify(desk.filter)
  useEffect(() => {
    pane.current?.scrollTo({ top: 0 })
  }, [name])
  return { pane, matters, slice, rows, chosen }
}

export function DeskPage() {
  const words = useMessages(messages)
  const desk = useDesk()
  const list = useList(desk)
  const columns = useColumns()
  const [isHelping, setHelping] = useState(false)
  /** The matter whose accepting was asked for by key; its detail begins with that form. */
  const [toAccept, setToAccept] = useState<string>()
  const { rows, matters, chosen } = list
  useDeskKeys({
    j: () => rows.move(1),
    k: () => rows.move(-1),
    x: () => chosen.choose(rows.here, false),
    Enter: rows.openHere,
    Escape: () => (desk.matterId ? rows.close() : chosen.none()),
    a: () => {
      setToAccept(rows.cursor)
      if (!desk.matterId) rows.openHere()
    },
    n: () => desk.change({ take: '1' }, { replace: true }),
    '/': () => document.querySelector<HTMLInputElement>('.s-search input')?.focus(),
    '?': () => setHelping(true),
  })
  const detail = desk.matterId ? matters.news.changes.get(desk.matterId) : undefined
  return (
    <div className={`s-fill d${desk.matterId ? ' has-detail' : ''}${desk.isWide ? ' is-wide' : ''}`}>
      <h1 className="s-unseen">{words.title}</h1>
      <DeskCounts desk={desk} />
      <FilterBar
        desk={desk}
        columns={columns}
        tools={
          <Can permission="matters.export">
            <TakeListAlong desk={desk} columns={columns.columns} />
          </Can>
        }
      />
      {desk.list !== 'done' && desk.list !== 'all' && !desk.q && <LateLine desk={desk} />}
      <div className="d-panes">
        <DeskTree desk={desk} />
        <ListPane desk={desk} list={list} columns={columns.columns} onHelp={() => setHelping(true)} />
        {desk.matterId && (
          <MatterDetail
            key={desk.matterId}
            matterId={desk.matterId}
            desk={desk}
            changedAt={detail?.seq}
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
      <PhoneSearch desk={desk} />
      <KeysHelp isOpen={isHelping} onClose={() => setHelping(false)} />
    </div>
  )
}

type PaneProps = {
  readonly desk: Desk
  readonly list: ReturnType<typeof useList>
  readonly columns: ReturnType<typeof useColumns>['columns']
  readonly onHelp: () => void
}

function ListPane({ desk, list, columns, onHelp }: PaneProps) {
  const words = useMessages(messages)
  const { pane, matters, slice, rows, chosen } = list
  return (
    <div className="d-listing">
      {/* Scrolls by keyboard also where nothing inside takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={pane} className="d-list" aria-label={words.lists} tabIndex={0}>
        <Came matters={matters} />
        <ProblemNote problem={matters.answer.error} again={() => void matters.answer.refetch()} />
        <MatterTable
          rows={matters.rows}
          slice={slice}
          columns={columns}
          cursor={rows.cursor}
          chosen={chosen.chosen}
          marks={matters.marks}
          isNarrow={desk.matterId !== undefined}
          isOver={desk.list === 'done'}
          isStale={matters.isStale}
          onOpen={rows.open}
          onChoose={chosen.choose}
          onChooseAll={chosen.chooseAll}
        />
        <ListEnd desk={desk} answer={matters.answer} count={matters.rows.length} onHelp={onHelp}>
          <PhoneOffer q={desk.q} />
        </ListEnd>
      </section>
      <BatchBar
        ids={chosen.ids}
        onNone={chosen.none}
        onDone={() => {
          chosen.none()
        }}
      />
    </div>
  )
}

/** What came or changed so much that the list is better read anew; nothing moves before somebody says so. */
function Came({ matters: { came, news, readAnew } }: { matters: ReturnType<typeof useMatters> }) {
  const words = useMessages(messages)
  if (came === 0 && !news.isMany) return null
  return (
    <p className="d-came" role="status">
      <Button size="small" type="primary" onClick={() => void readAnew()}>
        {news.isMany ? words.cameMany : words.came(came)}
      </Button>
    </p>
  )
}
