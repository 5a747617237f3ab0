import { Button, Input, Select, Table } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useMay } from '#kernel/web/react/session.tsx'
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
  const words = useMessages(messages)
  const { search, change } = useAddress()
  const mayEdit = useMay('organisations.edit')
  const [text, setText] = useState('')
  const [isAdding, setAdding] = useState(false)
  const area = Number(search['area']) || undefined
  const kind = organisationKinds.find((each) => each === search['kind'])
  const found = useStaffRoute(
    listOrganisations,
    { query: { ...(area && { area }), ...(kind && { kind }) } },
    { keepLast: true },
  )
  const columns = useColumns(found.data?.items ?? [])
  const items = found.data?.items ?? []
  const wanted = text.trim().toLowerCase()
  const shown = items.filter(({ name, creditCode }) =>
    `${name} ${creditCode ?? ''}`.toLowerCase().includes(wanted),
  )
  const isEmpty = found.data !== undefined && items.length === 0 && !kind
  return (
    <div className="g-page">
      <div className="g-bar">
        <h1>{words.title}</h1>
        <Select
          aria-label={words.kind}
          value={kind ?? ''}
          onChange={(value) => change({ kind: value || undefined })}
          options={[
            { value: '', label: words.allKinds },
            ...organisationKinds.map((value) => ({ value: value as string, label: words.kinds[value] })),
          ]}
          popupMatchSelectWidth={false}
          style={{ minWidth: 140 }}
        />
        <Input
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={text}
          allowClear
          onChange={(event) => setText(event.target.value)}
          style={{ width: 220 }}
        />
        <span className="g-hint">{words.count(shown.length)}</span>
        <span className="g-space" />
        {mayEdit && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )}
      </div>
      <ProblemNote problem={found.error} again={() => void found.refetch()} />
      {items.length >= listedAtMost && <p className="g-hint">{words.limited(listedAtMost)}</p>}
      {isEmpty ? (
        <p>
          {words.none}
          {mayEdit && words.noneNext}
        </p>
      ) : (
        !found.error && (
          <Table<Organisation>
            size="small"
            rowKey="id"
            loading={found.isPending}
            dataSource={shown}
            columns={columns}
            locale={{ emptyText: found.isPending ? ' ' : words.noMatch }}
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            scroll={{ x: 'max-content' }}
          />
        )
      )}
      {isAdding && <AddOrganisation area={area} kind={kind} onClose={() => setAdding(false)} />}
    </div>
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
