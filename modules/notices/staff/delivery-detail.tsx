import { App, Button, Descriptions, Drawer, Timeline } from 'antd'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Delivery } from '../contract.ts'
import { listTries, resend } from '../web/routes.generated.ts'
import { messages } from './log.messages.ts'
import { noticeWords } from './notice-words.messages.ts'
import { StatusLine } from './status-line.tsx'

type Props = { delivery: Delivery; onClose: () => void; onSame: (about: string) => void }

/** One delivery: to whom, each try, and sending again. */
export function DeliveryDetail({ delivery, onClose, onSame }: Props) {
  const words = useMessages(messages)
  const { ways } = useMessages(noticeWords)
  const dates = useDates()
  const { masked, account, kindName, way, toldAt, status, outcome } = delivery
  return (
    <Drawer
      open
      size={420}
      title={words.detail}
      onClose={onClose}
      footer={<Again delivery={delivery} onDone={onClose} />}
    >
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'kind', label: words.columns.kind, children: kindName },
          { key: 'to', label: words.columns.to, children: [account, masked].filter(Boolean).join(' ') },
          { key: 'way', label: words.columns.way, children: ways[way] },
          { key: 'told', label: words.told, children: dates.whole(toldAt) },
          {
            key: 'status',
            label: words.columns.status,
            children: <StatusLine status={status} {...(outcome && { outcome })} />,
          },
        ]}
      />
      <h3 className="nt-more">{words.tries}</h3>
      <Tries delivery={delivery} />
      <Button size="small" className="nt-more" onClick={() => onSame(delivery.about)}>
        {words.sameThing}
      </Button>
    </Drawer>
  )
}

function Tries({ delivery: { noticeId, way } }: { delivery: Delivery }) {
  const words = useMessages(messages)
  const { outcomes } = useMessages(noticeWords)
  const dates = useDates()
  const tries = useStaffRoute(listTries, { params: { noticeId, way } })
  if (tries.error) return <ProblemNote problem={tries.error} again={() => void tries.refetch()} />
  if (tries.data?.items.length === 0) return <p className="nt-hint">{words.noTries}</p>
  return (
    <Timeline
      className="nt-more"
      items={(tries.data?.items ?? []).map((each) => ({
        key: each.at,
        color: each.outcome === 'sent' ? 'green' : 'gray',
        content: (
          <>
            {dates.moment(each.at)} {outcomes[each.outcome]}
            {each.providerId && (
              <p className="nt-hint">
                {words.providerId} {each.providerId}
              </p>
            )}
            {each.detail && (
              <p className="nt-hint">
                {words.providerCode} {each.detail}
              </p>
            )}
          </>
        ),
      }))}
    />
  )
}

function Again({ delivery, onDone }: { delivery: Delivery; onDone: () => void }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const { noticeId, way, mayResend, status } = delivery
  const sending = useStaffAction(resend, { invalidates: ['/notices/log', '/notices/today'] })
  if (status === 'waiting') return null
  if (!mayResend) return <p className="nt-hint">{words.mayNot}</p>
  async function again(): Promise<void> {
    if (!(await sending.run({ params: { noticeId, way } }))) return
    void message.success(words.resent)
    onDone()
  }
  return (
    <>
      <ProblemNote problem={sending.problem} />
      <Button type="primary" loading={sending.busy} onClick={() => void again()}>
        {words.resend}
      </Button>
    </>
  )
}
