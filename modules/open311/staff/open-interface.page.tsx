import { App, Button, Table } from 'antd'
import { useState } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { ApiKey } from '../contract.ts'
import { endKey, readInterface } from '../web/routes.generated.ts'
import { InterfaceForm } from './interface-form.tsx'
import { MakeKey } from './make-key.tsx'
import { messages } from './open-interface.messages.ts'
import './open-interface.css'

/** The keys of other programs, and how the interface presents itself to them. */
export function OpenInterfacePage() {
  const words = useMessages(messages)
  const [isMaking, setMaking] = useState(false)
  const found = useStaffRoute(readInterface, {})
  const { data } = found
  if (found.error) return <ProblemNote problem={found.error} again={() => void found.refetch()} />
  return (
    <div className="oi-page">
      <h1>{words.title}</h1>
      <p>
        {words.about}{' '}
        <a href={data?.discoveryUrl} className="oi-code">
          {data?.discoveryUrl}
        </a>
      </p>
      <div className="oi-bar">
        <h2>{words.keys}</h2>
        <Button type="primary" onClick={() => setMaking(true)}>
          {words.make}
        </Button>
      </div>
      <Keys keys={data?.keys ?? []} isWaiting={found.isPending} />
      {data && <InterfaceForm at={data.interface} key={JSON.stringify(data.interface)} />}
      {isMaking && <MakeKey onClose={() => setMaking(false)} />}
    </div>
  )
}

function Keys({ keys, isWaiting }: { keys: readonly ApiKey[]; isWaiting: boolean }) {
  const words = useMessages(messages)
  const dates = useDates()
  const { columns } = words
  const may = (key: ApiKey): string =>
    [
      key.mayPost && words.may.post,
      key.mayUpdate && words.may.update,
      key.wordsArePublic && words.may.public,
      key.organisationName && words.may.organisation(key.organisationName),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Table<ApiKey>
      size="small"
      rowKey="id"
      loading={isWaiting}
      dataSource={keys}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      locale={{ emptyText: isWaiting ? ' ' : words.none }}
      columns={[
        {
          title: columns.name,
          key: 'name',
          render: (key: ApiKey) => (
            <>
              {key.name}
              <div className="oi-hint">{key.contact}</div>
            </>
          ),
        },
        {
          title: columns.key,
          key: 'key',
          render: (key: ApiKey) => <span className="oi-code">{key.startsWith}…</span>,
        },
        { title: columns.may, key: 'may', render: may },
        { title: columns.used, key: 'used', render: (key: ApiKey) => words.used(key.posts, key.updates) },
        {
          title: columns.last,
          key: 'last',
          render: (key: ApiKey) => (key.lastUsedAt ? dates.moment(key.lastUsedAt) : words.never),
        },
        {
          title: columns.state,
          key: 'state',
          render: (key: ApiKey) => (key.endedAt ? words.ended(dates.moment(key.endedAt)) : words.inUse),
        },
        {
          title: '',
          key: 'end',
          render: (key: ApiKey) => (key.endedAt ? null : <EndKey of={key} />),
        },
      ]}
    />
  )
}

function EndKey({ of }: { of: ApiKey }) {
  const words = useMessages(messages)
  const { modal, message } = App.useApp()
  const ending = useStaffAction(endKey, { invalidates: ['/open311'] })
  const ask = () =>
    void modal.confirm({
      title: words.endTitle(of.name),
      content: words.endHint,
      okText: words.end,
      cancelText: words.form.cancel,
      okButtonProps: { danger: true },
      onOk: () => ending.run({ params: { keyId: of.id } }),
    })
  if (ending.problem) void message.error(ending.problem.message)
  return (
    <Button size="small" onClick={ask} loading={ending.busy}>
      {words.end}
    </Button>
  )
}
