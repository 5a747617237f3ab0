import { App, Button, Modal, Table, Tooltip } from 'antd'
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

function useColumns() {
  const { columns: words } = useMessages(messages)
  const roles = useMessages(roleWords)
  const language = useLanguage()
  return [
    { title: words.role, key: 'role', width: 116, render: (post: Post) => roles[post.role] },
    {
      title: words.holder,
      key: 'holder',
      width: 148,
      render: (post: Post) => (
        <span title={post.login}>
          {post.holder} <span className="o-hint">{post.login}</span>
        </span>
      ),
    },
    { title: words.area, key: 'area', width: 130, ellipsis: true, render: (post: Post) => post.areaName },
    {
      title: words.organisation,
      key: 'organisation',
      width: 170,
      ellipsis: true,
      render: (post: Post) => post.organisationName ?? '—',
    },
    {
      title: words.duty,
      key: 'duty',
      ellipsis: { showTitle: false },
      render: ({ duty }: Post) =>
        duty ? (
          <Tooltip title={duty} trigger={['hover', 'focus']}>
            {/* Focus shows the whole text to who uses the keyboard. */}
            <span tabIndex={0} role="note">
              {duty}
            </span>
          </Tooltip>
        ) : (
          '—'
        ),
    },
    { title: words.workPhone, key: 'phone', width: 124, render: (post: Post) => post.workPhone || '—' },
    {
      title: words.since,
      key: 'since',
      width: 118,
      align: 'right' as const,
      render: ({ validFrom, validTo }: Post) => (
        <span title={validTo && `${words.until} ${formatDay(validTo, language)}`}>
          {formatDay(validFrom, language)}
          {validTo && ` — ${formatDay(validTo, language)}`}
        </span>
      ),
    },
  ]
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
