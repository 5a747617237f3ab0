import { Button, Select, Table } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffPages, useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Delivery, Status, Way } from '../contract.ts'
import { countDeliveries, listDeliveries } from '../web/routes.generated.ts'
import { DeliveryDetail } from './delivery-detail.tsx'
import { messages } from './log.messages.ts'
import { noticeWords } from './notice-words.messages.ts'
import { StatusLine } from './status-line.tsx'
import './notices.css'

const ways: readonly Way[] = ['sms', 'email', 'wechat', 'wecom', 'dingtalk']
const statuses: readonly Status[] = ['waiting', 'sent', 'dead', 'skipped']

/** What the address bar asks for. */
function useFilter() {
  const { search, change } = useAddress()
  const area = Number(search['area']) || undefined
  const way = ways.find((each) => each === search['way'])
  const status = statuses.find((each) => each === search['status'])
  const { kind, about } = search
  const query = {
    ...(area && { area }),
    ...(way && { way }),
    ...(status && { status }),
    ...(kind && { kind }),
    ...(about && { about }),
  }
  return { area, query, change }
}

/** What was sent to whom by which way, and how it ended. */
export function LogPage() {
  const words = useMessages(messages)
  const { area, query, change } = useFilter()
  const [opened, setOpened] = useState<Delivery>()
  const list = useStaffPages(listDeliveries, { query }, { keepLast: true, every: 15_000 })
  const today = useStaffRoute(countDeliveries, { query: { ...(area && { area }) } }, { every: 15_000 })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="nt-page">
      <Bar kinds={today.data?.kinds ?? []} />
      <Today counted={today.data?.ways} isDemo={today.data?.demo === true} />
      {list.error ? (
        <ProblemNote problem={list.error} again={() => void list.refetch()} />
      ) : (
        <DeliveryTable items={items} isWaiting={list.isPending} onOpen={setOpened} />
      )}
      {list.hasNextPage && (
        <Button
          className="nt-more"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
      {opened && (
        <DeliveryDetail
          delivery={opened}
          onClose={() => setOpened(undefined)}
          onSame={(about) => {
            setOpened(undefined)
            change({ about })
          }}
        />
      )}
    </div>
  )
}

function Bar({ kinds }: { kinds: readonly { key: string; name: string }[] }) {
  const words = useMessages(messages)
  const terms = useMessages(noticeWords)
  const { query, change } = useFilter()
  const choice = (
    name: 'kind' | 'way' | 'status',
    all: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <Select
      aria-label={words[name]}
      value={query[name] ?? ''}
      onChange={(value: string) => change({ [name]: value || undefined })}
      options={[{ value: '', label: all }, ...options]}
      popupMatchSelectWidth={false}
      style={{ minWidth: 132 }}
    />
  )
  return (
    <div className="nt-bar">
      <h1>{words.title}</h1>
      {choice(
        'kind',
        words.allKinds,
        kinds.map(({ key, name }) => ({ value: key, label: name })),
      )}
      {choice(
        'way',
        words.allWays,
        ways.map((value) => ({ value, label: terms.ways[value] })),
      )}
      {choice(
        'status',
        words.allStatuses,
        statuses.map((value) => ({ value, label: terms.statuses[value] })),
      )}
      {query.about && <Button onClick={() => change({ about: undefined })}>{words.everything}</Button>}
    </div>
  )
}

type Counted = { way: Way } & Record<Status, number>

/** One line a way; only what is not nothing is said. */
function Today({ counted, isDemo }: { counted: readonly Counted[] | undefined; isDemo: boolean }) {
  const words = useMessages(messages)
  const terms = useMessages(noticeWords)
  if (!counted) return null
  return (
    <div className="nt-today">
      <span className="nt-hint">{words.today}</span>
      {counted.length === 0 && <span>{words.noneToday}</span>}
      {counted.map((each) => (
        <span key={each.way}>
          <strong>{terms.ways[each.way]}</strong>{' '}
          {statuses
            .toSorted((one) => (one === 'sent' ? -1 : 0))
            .filter((status) => each[status] > 0)
            .map((status) => (
              <span key={status} className={status === 'dead' ? 'nt-late' : undefined}>
                {words.counts[status](each[status])}{' '}
              </span>
            ))}
        </span>
      ))}
      {isDemo && <Link to="/notices/demo">{words.toDemo}</Link>}
    </div>
  )
}

function DeliveryTable(props: {
  items: readonly Delivery[]
  isWaiting: boolean
  onOpen: (delivery: Delivery) => void
}) {
  const words = useMessages(messages)
  const columns = useColumns(props.onOpen)
  return (
    <Table<Delivery>
      size="small"
      rowKey={({ noticeId, way }) => `${noticeId} ${way}`}
      loading={props.isWaiting}
      dataSource={props.items}
      columns={columns}
      locale={{ emptyText: props.isWaiting ? ' ' : words.none }}
      pagination={false}
      tableLayout="fixed"
      scroll={{ x: 860 }}
    />
  )
}

function useColumns(onOpen: (delivery: Delivery) => void) {
  const { columns: words, whole, next } = useMessages(messages)
  const terms = useMessages(noticeWords)
  const dates = useDates()
  return [
    {
      title: words.at,
      key: 'at',
      width: 120,
      render: (each: Delivery) => (
        <Button
          type="link"
          size="small"
          style={{ padding: 0 }}
          title={dates.whole(each.toldAt)}
          onClick={() => onOpen(each)}
        >
          {dates.moment(each.toldAt)}
        </Button>
      ),
    },
    { title: words.kind, key: 'kind', width: 130, render: ({ kindName }: Delivery) => kindName },
    {
      title: words.to,
      key: 'to',
      width: 170,
      render: ({ account, masked }: Delivery) => (
        <>
          {account} <span className="nt-hint">{masked}</span>
        </>
      ),
    },
    { title: words.way, key: 'way', width: 100, render: ({ way }: Delivery) => terms.ways[way] },
    { title: words.area, key: 'area', width: 150, render: ({ areaName }: Delivery) => areaName ?? whole },
    {
      title: words.status,
      key: 'status',
      render: ({ status, outcome, dueAt }: Delivery) => (
        <>
          <StatusLine status={status} {...(outcome && { outcome })} />
          {status === 'waiting' && <span className="nt-hint"> {next(dates.moment(dueAt))}</span>}
        </>
      ),
    },
    {
      title: words.tries,
      key: 'tries',
      width: 64,
      align: 'right' as const,
      render: ({ tries }: Delivery) => tries,
    },
  ]
}
