import { App, Button, Table } from 'antd'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Webhook } from '../contract.ts'
import { endWebhook, pingWebhook, renewSecret, turnWebhook } from '../web/routes.generated.ts'
import { messages } from './webhooks.messages.ts'

type Props = {
  items: readonly Webhook[]
  isWaiting: boolean
  onChange: (webhook: Webhook) => void
  onSecret: (secret: string) => void
}

export function WebhookTable({ items, isWaiting, ...on }: Props) {
  const words = useMessages(messages)
  const { columns } = words
  return (
    <Table<Webhook>
      size="small"
      rowKey="id"
      loading={isWaiting}
      dataSource={items}
      pagination={false}
      locale={{ emptyText: isWaiting ? ' ' : words.none }}
      columns={[
        {
          title: columns.name,
          key: 'name',
          render: ({ name, url }: Webhook) => (
            <>
              {name}
              <div className="wh-code wh-hint">{url}</div>
            </>
          ),
        },
        {
          title: columns.kinds,
          key: 'kinds',
          render: ({ kinds }: Webhook) => (
            <span title={kinds.map((kind) => words.kinds[kind]).join('、')}>
              {words.kindCount(kinds.length)}
            </span>
          ),
        },
        { title: columns.area, key: 'area', render: ({ areaName }: Webhook) => areaName ?? words.whole },
        { title: columns.state, key: 'state', render: (webhook: Webhook) => <State of={webhook} /> },
        {
          title: columns.week,
          key: 'week',
          render: ({ delivered, waiting, dropped }: Webhook) => words.week(delivered, waiting, dropped),
        },
        {
          title: columns.acts,
          key: 'acts',
          render: (webhook: Webhook) => (webhook.state === 'ended' ? null : <Acts of={webhook} {...on} />),
        },
      ]}
    />
  )
}

function State({ of }: { of: Webhook }) {
  const words = useMessages(messages)
  const dates = useDates()
  const isBad = of.state === 'failed' || of.state === 'gone'
  return (
    <>
      <span className={isBad ? 'wh-late' : ''}>{words.states[of.state]}</span>
      {of.state === 'active' && of.failingSince && (
        <div className="wh-late">{words.failing(dates.moment(of.failingSince))}</div>
      )}
      {of.oldSecretUntil && <div className="wh-hint">{words.oldSecret(dates.moment(of.oldSecretUntil))}</div>}
    </>
  )
}

const touched = { invalidates: ['/webhooks', '/webhook-messages'] }

function Acts({ of, onChange, onSecret }: { of: Webhook } & Pick<Props, 'onChange' | 'onSecret'>) {
  const words = useMessages(messages)
  const { modal } = App.useApp()
  const turning = useStaffAction(turnWebhook, touched)
  const pinging = useStaffAction(pingWebhook, touched)
  const renewing = useStaffAction(renewSecret, touched)
  const ending = useStaffAction(endWebhook, touched)
  const params = { webhookId: of.id }
  const next = of.state === 'active' ? ('paused' as const) : ('active' as const)
  const ask = (how: { title: string; content: string; okText: string }, onOk: () => Promise<unknown>) =>
    void modal.confirm({ ...how, cancelText: words.cancel, onOk })
  const renew = async () => {
    const made = await renewing.run({ params, body: {} })
    if (made) onSecret(made.secret)
  }
  const problem = turning.problem ?? pinging.problem ?? renewing.problem ?? ending.problem
  return (
    <>
      <div className="wh-bar">
        <Button size="small" loading={pinging.busy} onClick={() => void pinging.run({ params, body: {} })}>
          {words.ping}
        </Button>
        <Button
          size="small"
          loading={turning.busy}
          onClick={() => void turning.run({ params, body: { state: next } })}
        >
          {next === 'paused' ? words.pause : words.resume}
        </Button>
        <Button size="small" onClick={() => onChange(of)}>
          {words.change}
        </Button>
        <Button
          size="small"
          onClick={() =>
            ask({ title: words.secretTitle(of.name), content: words.secretHint, okText: words.secret }, renew)
          }
        >
          {words.secret}
        </Button>
        <Button
          size="small"
          danger
          onClick={() =>
            ask({ title: words.endTitle(of.name), content: words.endHint, okText: words.end }, () =>
              ending.run({ params }),
            )
          }
        >
          {words.end}
        </Button>
      </div>
      <ProblemNote problem={problem} />
    </>
  )
}
