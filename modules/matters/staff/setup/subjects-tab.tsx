import { Button, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import type { SubjectSetup } from '../../contract.ts'
import { subjectIcon } from '../../web/subject-icon.ts'
import { messages } from './setup.messages.ts'
import type { Setup } from './setup-shape.ts'
import { SubjectForm } from './subject-form.tsx'

/** Groups with their subjects in the order residents see them. */
function inOrder(subjects: readonly SubjectSetup[]): SubjectSetup[] {
  const groups = subjects.filter((subject) => subject.groupKey === undefined)
  return groups.flatMap((group) => [group, ...subjects.filter((subject) => subject.groupKey === group.key)])
}

export function SubjectsTab({ setup }: { setup: Setup }) {
  const words = useMessages(messages)
  const [group, setGroup] = useState<string>()
  const [open, setOpen] = useState<SubjectSetup | 'new'>()
  const groups = setup.subjects.filter((subject) => subject.groupKey === undefined)
  const shown = inOrder(setup.subjects).filter(
    (subject) => !group || subject.key === group || subject.groupKey === group,
  )
  return (
    <>
      <div className="su-bar">
        <Select
          aria-label={words.subjects.group}
          placeholder={words.subjects.group}
          allowClear
          style={{ minWidth: 200 }}
          value={group ?? null}
          options={groups.map(({ key, zh }) => ({ value: key, label: zh }))}
          onChange={(key: string | null | undefined) => setGroup(key ?? undefined)}
        />
        <Button type="primary" onClick={() => setOpen('new')}>
          {words.subjects.add}
        </Button>
      </div>
      {open && (
        <SubjectForm
          key={open === 'new' ? 'new' : open.key}
          subject={open === 'new' ? undefined : open}
          groups={groups}
          onDone={() => setOpen(undefined)}
        />
      )}
      <SubjectTable subjects={shown} onOpen={setOpen} />
    </>
  )
}

function SubjectTable(props: { subjects: readonly SubjectSetup[]; onOpen: (subject: SubjectSetup) => void }) {
  const words = useMessages(messages)
  return (
    <Table
      size="small"
      rowKey="key"
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      dataSource={[...props.subjects]}
      columns={[
        {
          title: words.subjects.zh,
          render: (_, subject) => (
            <span className="su-bar" style={{ margin: 0 }}>
              <Icon name={subjectIcon(subject.icon)} size={1.1} />
              {subject.groupKey ? subject.zh : <b>{subject.zh}</b>}
            </span>
          ),
        },
        {
          title: words.subjects.level,
          render: (_, { groupKey, level }) => (groupKey ? words.levels[level] : ''),
        },
        {
          title: words.subjects.evidence,
          render: (_, { groupKey, evidence }) => (groupKey ? words.subjects.evidenceOf[evidence] : ''),
        },
        {
          title: words.questions.title,
          className: 'su-number',
          render: (_, { questions }) => (questions.length > 0 ? questions.length : ''),
        },
        {
          title: words.subjects.state,
          render: (_, { isRetired }) =>
            isRetired ? <Tag>{words.subjects.retired}</Tag> : words.subjects.inUse,
        },
        {
          title: '',
          render: (_, subject) => (
            <Button
              size="small"
              onClick={() => props.onOpen(subject)}
              aria-label={`${words.change} ${subject.zh}`}
            >
              {words.change}
            </Button>
          ),
        },
      ]}
    />
  )
}
