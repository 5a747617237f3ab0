import { App, Button, Modal, Table } from 'antd'
import { useState } from 'react'
import { formatDay } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Post } from '../contract.ts'
import { roleWords } from '../web/role-words.messages.ts'
import { endPost } from '../web/routes.generated.ts'
import { messages } from './posts.messages.ts'

/** The posts as rows; ending one asks first. */
export function PostTable(props: { posts: readonly Post[]; isWaiting: boolean; mayEnd: boolean }) {
  const words = useMessages(messages)
  const columns = useColumns()
  const { message } = App.useApp()
  const [ending, setEnding] = useState<Post>()
  const endColumn = {
    title: '',
    key: 'end',
    width: 68,
    render: (post: Post) => (
      <Button size="small" danger onClick={() => setEnding(post)}>
        {words.end}
      </Button>
    ),
  }
  return (
    <>
      <Table<Post>
        size="small"
        rowKey="id"
        loading={props.isWaiting}
        dataSource={props.posts}
        columns={props.mayEnd ? [...columns, endColumn] : columns}
        locale={{ emptyText: props.isWaiting ? ' ' : words.noMatch }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 1080 }}
        tableLayout="fixed"
      />
      {ending && (
        <EndPost
          post={ending}
          onClose={() => setEnding(undefined)}
          onDone={() => {
            setEnding(undefined)
            void message.success(words.ending.done(ending.holder))
          }}
        />
      )}
    </>
  )
}

const organisationOf = ({ organisationName }: Post): string => organisationName ?? '—'
const phoneOf = ({ workPhone }: Post): string => workPhone || '—'

function useColumns() {
  const { columns: words } = useMessages(messages)
  const roles = useMessages(roleWords)
  return [
    { title: words.role, key: 'role', width: 116, render: (post: Post) => roles[post.role] },
    { title: words.holder, key: 'holder', width: 110, render: (post: Post) => <Holder post={post} /> },
    { title: words.area, key: 'area', width: 140, render: (post: Post) => post.areaName },
    { title: words.organisation, key: 'organisation', width: 170, render: organisationOf },
    { title: words.duty, key: 'duty', render: ({ duty }: Post) => duty || '—' },
    { title: words.workPhone, key: 'phone', width: 124, render: phoneOf },
    {
      title: words.since,
      key: 'since',
      width: 136,
      align: 'right' as const,
      render: (post: Post) => <Term post={post} />,
    },
  ]
}

function Holder({ post }: { post: Post }) {
  return (
    <>
      {post.holder}
      <br />
      <span className="o-hint">{post.login}</span>
    </>
  )
}

function Term({ post }: { post: Post }) {
  const { columns: words } = useMessages(messages)
  const language = useLanguage()
  return (
    <>
      {formatDay(post.validFrom, language)}
      {post.validTo && (
        <>
          <br />
          {words.until} {formatDay(post.validTo, language)}
        </>
      )}
    </>
  )
}

function EndPost({ post, onDone, onClose }: { post: Post; onDone: () => void; onClose: () => void }) {
  const { ending: words } = useMessages(messages)
  const roles = useMessages(roleWords)
  const ending = useStaffAction(endPost, { invalidates: ['/posts', '/staffing-gaps', '/session'] })
  async function end(): Promise<void> {
    if (await ending.run({ params: { postId: post.id } })) onDone()
  }
  return (
    <Modal
      open
      title={words.title(post.holder, `${post.areaName} ${roles[post.role]}`)}
      okText={words.confirm}
      okButtonProps={{ danger: true }}
      cancelText={words.keep}
      confirmLoading={ending.busy}
      onOk={() => void end()}
      onCancel={onClose}
    >
      <ProblemNote problem={ending.problem} />
      <ul className="o-list">
        {words.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </Modal>
  )
}
