import { Button, Table } from 'antd'
import { useState } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { roleWords } from '#modules/people/web/door.ts'
import type { AuditEntry } from '../contract.ts'
import { actionWord } from '../words/action-words.ts'
import { valueWords } from './detail-words.messages.ts'
import './audit.css'
import { messages } from './audit.messages.ts'
import { type Called, EntryDetails, useDetailLines } from './entry-details.tsx'
import { type Chosen, FilterBar, filterOf } from './filter-bar.tsx'
import { useAudit } from './use-audit.ts'

/** Who did or looked at what, for the auditor. */
export function AuditPage() {
  const words = useMessages(messages)
  const [chosen, setChosen] = useState<Chosen>({})
  const pages = useAudit(filterOf(chosen))
  const read = pages.data?.pages ?? []
  const called: Called = new Map(read.flatMap((page) => page.names.map(({ id, name }) => [id, name])))
  return (
    <div className="au">
      <h1>{words.title}</h1>
      <p className="au-second">{words.what}</p>
      <FilterBar
        chosen={chosen}
        onChange={(part) => setChosen((before) => ({ ...before, ...part }))}
        onClear={() => setChosen({})}
      />
      <ProblemNote problem={pages.error} again={() => void pages.refetch()} />
      <Entries entries={read.flatMap((page) => page.items)} called={called} isWaiting={pages.isPending} />
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </div>
  )
}

function Entries(props: { entries: readonly AuditEntry[]; called: Called; isWaiting: boolean }) {
  const words = useMessages(messages)
  const columns = useColumns(props.called)
  const unfold = (entry: AuditEntry) => unfolded(entry, props.called)
  return (
    <Table<AuditEntry>
      size="small"
      rowKey="id"
      loading={props.isWaiting}
      dataSource={props.entries}
      columns={columns}
      expandable={{ expandedRowRender: unfold, expandRowByClick: true }}
      locale={{ emptyText: props.isWaiting ? ' ' : words.none }}
      pagination={false}
      scroll={{ x: 980 }}
      tableLayout="fixed"
    />
  )
}

const unfolded = (entry: AuditEntry, called: Called) => <EntryDetails entry={entry} called={called} />

function useColumns(called: Called) {
  const words = useMessages(messages)
  const values = useMessages(valueWords)
  const language = useLanguage()
  const dates = useDates()
  const linesOf = useDetailLines(called)
  return [
    {
      title: words.columns.at,
      key: 'at',
      width: 130,
      render: ({ at }: AuditEntry) => <span title={dates.whole(at)}>{dates.moment(at)}</span>,
    },
    {
      title: words.columns.who,
      key: 'who',
      width: 260,
      render: (entry: AuditEntry) => <Who entry={entry} />,
    },
    {
      title: words.columns.action,
      key: 'action',
      width: 190,
      render: ({ action }: AuditEntry) => actionWord(action, language),
    },
    {
      title: words.columns.subject,
      key: 'subject',
      width: 190,
      ellipsis: true,
      render: ({ subject, subjectName }: AuditEntry) =>
        subjectName ?? values[subject] ?? <span className="au-second">{subject}</span>,
    },
    {
      title: words.columns.details,
      key: 'details',
      ellipsis: true,
      render: (entry: AuditEntry) =>
        linesOf(entry)
          .map(({ label, text }) => `${label} ${text}`)
          .join('；'),
    },
  ]
}

/** Who it was, with the posts held at that time. */
function Who({ entry }: { entry: AuditEntry }) {
  const words = useMessages(messages)
  const roles: Record<string, string> = useMessages(roleWords)
  if (entry.by !== 'person') return <span className="au-second">{words[entry.by]}</span>
  const [post] = entry.posts
  return (
    <>
      {entry.name ?? words.gone}{' '}
      {post && (
        <span className="au-second">
          {post.areaName} {roles[post.role] ?? post.role}
        </span>
      )}
    </>
  )
}
