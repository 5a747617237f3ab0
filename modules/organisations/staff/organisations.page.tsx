import { Alert, Button, DatePicker, Input, Select, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { formatDay } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { Can } from '#kernel/web/react/session.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Organisation } from '../contract.ts'
import { listOrganisations } from '../web/routes.generated.ts'
import { OrganisationDrawer } from './organisation-drawer.tsx'
import { AddOrganisation } from './organisation-form.tsx'
import { organisationKinds } from './organisation-kinds.ts'
import { messages } from './organisations.messages.ts'
import './organisations.css'

/** As many as the server lists at once. */
const listedAtMost = 1000

/** The organisations at home in the area looked at, and those above that serve it. */
export function OrganisationsPage() {
  const words = useMessages(messages)
  const { search } = useAddress()
  const [text, setText] = useState('')
  const [isAdding, setAdding] = useState(false)
  const { on } = search
  const ended = search['state'] === 'ended'
  const area = Number(search['area']) || undefined
  const kind = organisationKinds.find((each) => each === search['kind'])
  const found = useStaffRoute(
    listOrganisations,
    { query: { ...(area && { area }), ...(kind && { kind }), ...(on && { on }), ...(ended && { ended }) } },
    { keepLast: true },
  )
  const items = found.data?.items ?? []
  const wanted = text.trim().toLowerCase()
  const shown = items.filter((one) => `${one.name} ${one.creditCode ?? ''}`.toLowerCase().includes(wanted))
  return (
    <div className="g-page">
      <Bar kind={kind} shown={shown.length} text={text} onText={setText} onAdd={() => setAdding(true)} />
      {on && <Alert type="info" showIcon title={words.past(on)} />}
      {found.error ? (
        <ProblemNote problem={found.error} again={() => void found.refetch()} />
      ) : (
        <Listed
          items={items}
          shown={shown}
          isWaiting={found.isPending}
          isAll={kind === undefined && !on && !ended}
          isPast={on !== undefined}
        />
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
  const { search, change } = useAddress()
  const { on } = search
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
      {!on && (
        <Select
          aria-label={words.which}
          value={search['state'] ?? ''}
          onChange={(state) => change({ state: state || undefined })}
          options={[
            { value: '', label: words.living },
            { value: 'ended', label: words.ended },
          ]}
          style={{ width: 96 }}
        />
      )}
      <DatePicker
        aria-label={words.asOf}
        value={on ? dayjs(on) : null}
        maxDate={dayjs()}
        placeholder={`${words.asOf}：${words.today}`}
        onChange={(day) => change({ on: day?.format('YYYY-MM-DD'), state: undefined })}
        style={{ width: 160 }}
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
  /** Of another day: to look at only. */
  isPast: boolean
}) {
  const words = useMessages(messages)
  const { items, shown, isWaiting, isAll, isPast } = props
  const [openId, setOpenId] = useState<string>()
  const columns = useColumns(items, setOpenId)
  const open = items.find(({ id }) => id === openId)
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
      {open && (
        <OrganisationDrawer
          organisation={open}
          others={items}
          isPast={isPast}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </>
  )
}

function useColumns(items: readonly Organisation[], onOpen: (id: string) => void) {
  const words = useMessages(messages)
  const language = useLanguage()
  const names = new Map(items.map(({ id, name }) => [id, name]))
  return [
    {
      title: words.columns.name,
      key: 'name',
      render: ({ id, name, redSince }: Organisation) => (
        <>
          <button type="button" className="g-open" onClick={() => onOpen(id)}>
            {name}
          </button>
          {redSince && <span className="g-red">{words.red}</span>}
        </>
      ),
    },
    {
      title: words.kind,
      key: 'kind',
      render: ({ kind, form }: Organisation) => (form ? words.forms[form] : words.kinds[kind]),
    },
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
    {
      title: words.columns.since,
      key: 'since',
      render: ({ validFrom, validTo }: Organisation) =>
        validTo
          ? words.detail.period(formatDay(validFrom, language), formatDay(validTo, language))
          : formatDay(validFrom, language),
    },
  ]
}
