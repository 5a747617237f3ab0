import { App, Button, Input, Modal, Select, Table } from 'antd'
import { useState } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffPages, useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Message, MessageState, Webhook } from '../contract.ts'
import { listMessages, readMessage, sendAgain } from '../web/routes.generated.ts'
import { messages } from './webhooks.messages.ts'

const states = ['waiting', 'delivered', 'dropped'] as const

/** Every message, the newest first, with what became of it. */
export function MessageLog({ webhooks }: { webhooks: readonly Webhook[] }) {
  const { log: words } = useMessages(messages)
  const [webhook, setWebhook] = useState('')
  const [state, setState] = useState<MessageState | ''>('')
  const [number, setNumber] = useState('')
  const [opened, setOpened] = useState<string>()
  const query = {
    ...(webhook && { webhook }),
    ...(state && { state }),
    ...(number.trim() && { number: number.trim() }),
  }
  const found = useStaffPages(listMessages, { query }, { keepLast: true, every: 15_000 })
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const named = webhooks.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <section>
      <div className="wh-bar">
        <h2>{words.title}</h2>
        <Select
          aria-label={words.columns.to}
          value={webhook}
          onChange={setWebhook}
          options={[{ value: '', label: words.any }, ...named]}
          popupMatchSelectWidth={false}
          style={{ minWidth: 140 }}
        />
        <Select
          aria-label={words.columns.state}
          value={state}
          onChange={setState}
          options={[
            { value: '' as const, label: words.any },
            ...states.map((value) => ({ value, label: words.states[value] })),
          ]}
          style={{ minWidth: 110 }}
        />
        <Input
          aria-label={words.number}
          placeholder={words.number}
          allowClear
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          style={{ width: 160 }}
        />
      </div>
      <ProblemNote problem={found.error} />
      <Listed items={items} webhooks={webhooks} isWaiting={found.isPending} onOpen={setOpened} />
      {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{words.more}</Button>}
      {opened && <Opened id={opened} onClose={() => setOpened(undefined)} />}
    </section>
  )
}

function Listed(props: {
  items: readonly Message[]
  webhooks: readonly Webhook[]
  isWaiting: boolean
  onOpen: (id: string) => void
}) {
  const { log: words, kinds, outcomes } = useMessages(messages)
  const dates = useDates()
  const nameOf = (id: string) => props.webhooks.find((each) => each.id === id)?.name ?? '—'
  const stateOf = ({ state, lastOutcome, lastStatus }: Message): string =>
    [
      words.states[state],
      lastOutcome && lastOutcome !== 'delivered' && outcomes[lastOutcome],
      lastStatus && String(lastStatus),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Table<Message>
      size="small"
      rowKey="id"
      loading={props.isWaiting}
      dataSource={props.items}
      pagination={false}
      locale={{ emptyText: props.isWaiting ? ' ' : words.none }}
      columns={[
        {
          title: words.columns.at,
          key: 'at',
          render: ({ madeAt }: Message) => <time title={dates.whole(madeAt)}>{dates.moment(madeAt)}</time>,
        },
        { title: words.columns.to, key: 'to', render: ({ webhookId }: Message) => nameOf(webhookId) },
        { title: words.columns.kind, key: 'kind', render: ({ kind }: Message) => kinds[kind] ?? kind },
        { title: words.columns.number, key: 'number', render: ({ number }: Message) => number ?? '—' },
        { title: words.columns.state, key: 'state', render: stateOf },
        { title: words.columns.tries, key: 'tries', align: 'right', render: ({ tries }: Message) => tries },
        {
          title: words.columns.next,
          key: 'next',
          render: ({ nextAt }: Message) => (nextAt ? dates.moment(nextAt) : '—'),
        },
        {
          title: '',
          key: 'open',
          render: ({ id }: Message) => (
            <Button size="small" onClick={() => props.onOpen(id)}>
              {words.open}
            </Button>
          ),
        },
      ]}
    />
  )
}

function Opened({ id, onClose }: { id: string; onClose: () => void }) {
  const { log: words, outcomes } = useMessages(messages)
  const dates = useDates()
  const { message } = App.useApp()
  const found = useStaffRoute(readMessage, { query: { id } })
  const sending = useStaffAction(sendAgain, { invalidates: ['/webhook-message', '/webhooks'] })
  async function again(): Promise<void> {
    if (await sending.run({ params: { messageId: id }, body: {} })) void message.success(words.sent)
  }
  return (
    <Modal
      open
      width={720}
      title={found.data?.message.number ?? words.title}
      okText={words.again}
      cancelText={words.close}
      confirmLoading={sending.busy}
      onOk={() => void again()}
      onCancel={onClose}
    >
      <ProblemNote problem={found.error ?? sending.problem} />
      <h3>{words.body}</h3>
      <pre className="wh-code wh-secret">
        {found.data ? JSON.stringify(JSON.parse(found.data.body), null, 2) : ''}
      </pre>
      <h3>{words.tried}</h3>
      <ol>
        {found.data?.tries.map((each) => (
          <li key={each.n} value={each.n}>
            {dates.whole(each.at)} · {outcomes[each.outcome]}
            {each.status ? ` · ${each.status}` : ''} · {words.took(each.tookMs)}
            {each.answer && <div className="wh-code wh-hint">{each.answer}</div>}
          </li>
        ))}
      </ol>
    </Modal>
  )
}
