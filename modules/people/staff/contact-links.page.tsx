import { Alert, App, Button, DatePicker, Modal, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { formatDay } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useMay } from '#kernel/web/react/session.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { ContactLink } from '../contract.ts'
import { endContactLink, listContactLinks } from '../web/routes.generated.ts'
import { AddContactLink } from './add-contact-link.tsx'
import { messages } from './contact-links.messages.ts'
import './posts.css'

/** Which official keeps in touch with which area, on any day. */
export function ContactLinksPage() {
  const words = useMessages(messages)
  const { search, change } = useAddress()
  const { on } = search
  const mayEdit = useMay('organisations.edit') && !on
  const area = Number(search['area']) || undefined
  const [isAdding, setAdding] = useState(false)
  const found = useStaffRoute(
    listContactLinks,
    { query: { ...(area && { area }), ...(on && { on }) } },
    { keepLast: true },
  )
  const items = found.data?.items ?? []
  return (
    <div className="o-page">
      <div className="o-bar">
        <h1>{words.title}</h1>
        <DatePicker
          aria-label={words.asOf}
          value={on ? dayjs(on) : null}
          maxDate={dayjs()}
          placeholder={`${words.asOf}：${words.today}`}
          onChange={(day) => change({ on: day?.format('YYYY-MM-DD') })}
          style={{ width: 160 }}
        />
        <span className="o-hint">{words.count(items.length)}</span>
        <span className="o-space" />
        {mayEdit && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )}
      </div>
      {on ? <Alert type="info" showIcon title={words.past(on)} /> : <p className="o-hint">{words.what}</p>}
      <ProblemNote problem={found.error} again={() => void found.refetch()} />
      {found.data && items.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Links items={items} isWaiting={found.isPending} mayEnd={mayEdit} />
      )}
      {isAdding && <AddContactLink area={area} onClose={() => setAdding(false)} />}
    </div>
  )
}

function Links(props: { items: readonly ContactLink[]; isWaiting: boolean; mayEnd: boolean }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const [ending, setEnding] = useState<ContactLink>()
  const { columns } = words
  const known = [
    { title: columns.name, key: 'name', render: ({ name }: ContactLink) => name },
    { title: columns.area, key: 'area', render: ({ areaName }: ContactLink) => areaName },
    {
      title: columns.perWeek,
      key: 'perWeek',
      align: 'right' as const,
      render: ({ perWeek }: ContactLink) => words.times(perWeek),
    },
    { title: columns.note, key: 'note', render: ({ note }: ContactLink) => note || '—' },
    {
      title: columns.since,
      key: 'since',
      align: 'right' as const,
      render: ({ validFrom }: ContactLink) => formatDay(validFrom, language),
    },
  ]
  const endColumn = {
    title: '',
    key: 'end',
    width: 68,
    render: (link: ContactLink) => (
      <Button size="small" danger onClick={() => setEnding(link)}>
        {words.end}
      </Button>
    ),
  }
  return (
    <>
      <Table<ContactLink>
        size="small"
        rowKey="id"
        loading={props.isWaiting}
        dataSource={props.items}
        columns={props.mayEnd ? [...known, endColumn] : known}
        locale={{ emptyText: ' ' }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      />
      {ending && <EndLink link={ending} onClose={() => setEnding(undefined)} />}
    </>
  )
}

function EndLink({ link, onClose }: { link: ContactLink; onClose: () => void }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const ending = useStaffAction(endContactLink, { invalidates: ['/contact-links'] })
  async function end(): Promise<void> {
    if (!(await ending.run({ params: { linkId: link.id } }))) return
    void message.success(words.ended)
    onClose()
  }
  return (
    <Modal
      open
      title={words.ending(link.name, link.areaName)}
      okText={words.end}
      okButtonProps={{ danger: true }}
      cancelText={words.keep}
      confirmLoading={ending.busy}
      onOk={() => void end()}
      onCancel={onClose}
    >
      <ProblemNote problem={ending.problem} />
      <p>{words.endingWhat}</p>
    </Modal>
  )
}
