import { App, Button, Table, Tag } from 'antd'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { OpenSession } from '../contract.ts'
import { deviceName, deviceWords } from '../web/device-words.messages.ts'
import { ownAccountWords } from '../web/own-account.messages.ts'
import { endOtherSessions, endOwnSession, listOwnSessions } from '../web/routes.generated.ts'

/** Where one is signed in; any but this one can be ended. */
export function SessionsSection() {
  const { sessions: words } = useMessages(ownAccountWords)
  const { message } = App.useApp()
  const sessions = useStaffRoute(listOwnSessions, {})
  const ending = useStaffAction(endOtherSessions, { invalidates: ['/account'] })
  const columns = useColumns()
  const items = sessions.data?.items ?? []
  async function endOthers(): Promise<void> {
    const answer = await ending.run({})
    if (answer) void message.success(words.endedOthers(answer.endedSessions))
  }
  return (
    <section className="oa-section">
      <h2>{words.title}</h2>
      <p className="oa-second">{words.what}</p>
      <ProblemNote problem={sessions.error ?? ending.problem} />
      <Table<OpenSession>
        size="small"
        rowKey="id"
        loading={sessions.isPending}
        dataSource={items}
        columns={columns}
        locale={{ emptyText: ' ' }}
        pagination={false}
      />
      {items.length > 1 && (
        <Button className="oa-after" loading={ending.busy} onClick={() => void endOthers()}>
          {words.endOthers}
        </Button>
      )}
    </section>
  )
}

function useColumns() {
  const { sessions: words } = useMessages(ownAccountWords)
  const devices = useMessages(deviceWords)
  const dates = useDates()
  const at = (field: 'since' | 'usedAt' | 'until') => (session: OpenSession) => (
    <span title={dates.whole(session[field])}>{dates.moment(session[field])}</span>
  )
  return [
    {
      title: words.columns.device,
      key: 'device',
      render: (session: OpenSession) => (
        <>
          {deviceName(session, devices)} {session.isThis && <Tag>{words.here}</Tag>}
          {session.kept && <Tag>{words.kept}</Tag>}
        </>
      ),
    },
    { title: words.columns.since, key: 'since', width: 130, render: at('since') },
    { title: words.columns.used, key: 'used', width: 130, render: at('usedAt') },
    { title: words.columns.until, key: 'until', width: 130, render: at('until') },
    {
      title: '',
      key: 'end',
      width: 80,
      render: (session: OpenSession) => !session.isThis && <EndSession session={session} />,
    },
  ]
}

function EndSession({ session }: { session: OpenSession }) {
  const { sessions: words } = useMessages(ownAccountWords)
  const action = useStaffAction(endOwnSession, { invalidates: ['/account'] })
  return (
    <Button
      size="small"
      loading={action.busy}
      onClick={() => void action.run({ params: { sessionId: session.id } })}
    >
      {words.end}
    </Button>
  )
}
