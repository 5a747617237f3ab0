import { Button, Input, Select, Table } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { Can } from '#kernel/web/react/session.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Organisation } from '../contract.ts'
import { listOrganisations } from '../web/routes.generated.ts'
import { AddOrganisation } from './add-organisation.tsx'
import { organisationKinds } from './organisation-kinds.ts'
import { messages } from './organisations.messages.ts'
import './organisations.css'

/** As many as the server lists at once. */
const listedAtMost = 1000

/** The organisations at home in the area looked at, and those above that serve it. */
export function OrganisationsPage() {
  const { search } = useAddress()
  const [text, setText] = useState('')
  const [isAdding, setAdding] = useState(false)
  const area = Number(search['area']) || undefined
  const kind = organisationKinds.find((each) => each === search['kind'])
  const found = useStaffRoute(
    listOrganisations,
    { query: { ...(area && { area }), ...(kind && { kind }) } },
    { keepLast: true },
  )
  const items = found.data?.items ?? []
  const wanted = text.trim().toLowerCase()
  const shown = items.filter((one) => `${one.name} ${one.creditCode ?? ''}`.toLowerCase().includes(wanted))
  return (
    <div className="g-page">
      <Bar kind={kind} shown={shown.length} text={text} onText={setText} onAdd={() => setAdding(true)} />
      {found.error ? (
        <ProblemNote problem={found.error} again={() => void found.refetch()} />
      ) : (
        <Listed items={items} shown={shown} isWaiting={found.isPending} isAll={kind === undefined} />
      )}
      {isAdding && <AddOrganisation area={area} kind={kind} onClose={() => setAdding(false)} />}
    </div>
  )
}

function Bar(props: {
  kind: Organisation['kind'] | undefined
  shown: number
  text: string
  onText: (text: string) => void
  onAdd: () => void
}) {
  const words = useMessages(messages)
  const { change } = useAddress()
  const kinds = organisationKinds.map((value) => ({ value: value as string, label: words.kinds[value] }))
  return (
    <div className="g-bar">
      <h1>{words.title}</h1>
      <Select
        aria-label={words.kind}
        value={props.kind ?? ''}
        onChange={(value) => change({ kind: value || undefined })}
        options={[{ value: '', label: words.allKinds }, ...kinds]}
        popupMatchSelectWidth={false}
        style={{ minWidth: 140 }}
      />
      <Input
        type="search"
        aria-label={words.find}
        placeholder={words.find}
        value={props.text}
        allowClear
        onChange={(event) => props.onText(event.target.value)}
        style={{ width: 220 }}
      />
      <span className="g-hint">{words.count(props.shown)}</span>
      <span className="g-space" />
      <Can permission="organisations.edit">
        <Button type="primary" onClick={props.onAdd}>
          {words.add}
        </Button>
      </Can>
    </div>
  )
}

function Listed(props: {
  items: readonly Organisation[]
  shown: readonly Organisation[]
  isWaiting: boolean
  isAll: boolean
}) {
  const words = useMessages(messages)
  const { items, shown, isWaiting, isAll } = props
  const columns = useColumns(items)
  if (!isWaiting && isAll && items.length === 0) {
    return (
      <p>
        {words.none}
        <Can permission="organisations.edit">{words.noneNext}</Can>
      </p>
    )
  }
  return (
    <>
      {items.length >= listedAtMost && <p className="g-hint">{words.limited(listedAtMost)}</p>}
      <Table<Organisation>
        size="small"
        rowKey="id"
        loading={isWaiting}
        dataSource={shown}
        columns={columns}
        locale={{ emptyText: isWaiting ? ' ' : words.noMatch }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        className="g-table"
      />
    </>
  )
}

function useColumns(items: readonly Organisation[]) {
  const words = useMessages(messages)
  const names = new Map(items.map(({ id, name }) => [id, name]))
  return [
    { title: words.columns.name, key: 'name', render: ({ name }: Organisation) => name },
    { title: words.kind, key: 'kind', render: ({ kind }: Organisation) => words.kinds[kind] },
    { title: words.columns.home, key: 'home', render: ({ homeAreaName }: Organisation) => homeAreaName },
    {
      title: words.columns.parent,
      key: 'parent',
      render: ({ parentId }: Organisation) => (parentId && names.get(parentId)) ?? '—',
    },
    {
      title: words.columns.creditCode,
      key: 'code',
      render: ({ creditCode }: Organisation) =>
        creditCode ? <span className="g-code">{creditCode}</span> : '—',
    },
    {
      title: words.columns.workPhone,
      key: 'phone',
      render: ({ workPhone }: Organisation) => workPhone ?? '—',
    },
  ]
}
