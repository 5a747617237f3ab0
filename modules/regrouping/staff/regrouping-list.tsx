import { App, Button, Popconfirm, Table } from 'antd'
import { formatDay, useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useMay } from '#kernel/web/react/session.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Regrouping } from '../contract.ts'
import { cancelRegrouping, listRegroupings } from '../web/routes.generated.ts'
import { messages } from './regrouping-list.messages.ts'

/** What was decided about the grids here, those that wait for their day first. */
export function RegroupingList({ areaId }: { areaId: number }) {
  const words = useMessages(messages)
  const found = useStaffRoute(listRegroupings, { query: { area: areaId } })
  const columns = useColumns()
  if (found.error) return <ProblemNote problem={found.error} again={() => void found.refetch()} />
  return (
    <section>
      <h2>{words.title}</h2>
      {found.data?.items.length === 0 ? (
        <p className="rg-hint">{words.none}</p>
      ) : (
        <Table<Regrouping>
          size="small"
          rowKey="id"
          loading={found.isPending}
          dataSource={found.data?.items ?? []}
          columns={columns}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        />
      )}
    </section>
  )
}

function useColumns() {
  const words = useMessages(messages)
  const language = useLanguage()
  const dates = useDates()
  const mayEdit = useMay('places.edit')
  const names = (areas: readonly { name: string }[]): string => areas.map(({ name }) => name).join('、')
  return [
    { title: words.columns.day, key: 'day', render: ({ day }: Regrouping) => formatDay(day, language) },
    {
      title: words.columns.what,
      key: 'what',
      render: ({ kind, from, to }: Regrouping) => words.what(words.kinds[kind], names(from), names(to)),
    },
    {
      title: words.columns.state,
      key: 'state',
      render: ({ state, stuckOn }: Regrouping) => (
        <span className={state === 'stuck' ? 'rg-fault' : ''}>
          {words.states[state]}
          {stuckOn && `：${stuckOn}`}
        </span>
      ),
    },
    {
      title: words.columns.by,
      key: 'by',
      render: ({ decidedBy, decidedAt }: Regrouping) => (
        <span title={dates.whole(decidedAt)}>
          {decidedBy} · {dates.day(decidedAt)}
        </span>
      ),
    },
    {
      title: '',
      key: 'cancel',
      render: ({ id, state }: Regrouping) =>
        mayEdit && (state === 'planned' || state === 'stuck') && <Cancel id={id} />,
    },
  ]
}

function Cancel({ id }: { id: string }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const cancelling = useStaffAction(cancelRegrouping, { invalidates: ['/regroupings'] })
  async function cancel(): Promise<void> {
    const done = await cancelling.run({ params: { regroupingId: id } })
    if (done) void message.success(words.cancelled)
  }
  return (
    <>
      <ProblemNote problem={cancelling.problem} />
      <Popconfirm
        title={words.cancelTitle}
        description={words.cancelEffect}
        okText={words.cancel}
        cancelText={words.keep}
        onConfirm={() => void cancel()}
      >
        <Button size="small" danger loading={cancelling.busy}>
          {words.cancel}
        </Button>
      </Popconfirm>
    </>
  )
}
