import { Button, Table, Tag } from 'antd'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Account } from '../contract.ts'
import { roleWords } from '../web/role-words.messages.ts'
import { messages } from './accounts.messages.ts'

type Props = {
  accounts: readonly Account[]
  isWaiting: boolean
  onManage: (account: Account) => void
}

export function AccountTable({ accounts, isWaiting, onManage }: Props) {
  const words = useMessages(messages)
  const columns = useColumns()
  const manage = {
    title: '',
    key: 'manage',
    width: 76,
    render: (account: Account) => (
      <Button size="small" aria-label={`${words.manage} ${account.name}`} onClick={() => onManage(account)}>
        {words.manage}
      </Button>
    ),
  }
  return (
    <Table<Account>
      size="small"
      rowKey="accountId"
      loading={isWaiting}
      dataSource={accounts}
      columns={[...columns, manage]}
      locale={{ emptyText: isWaiting ? ' ' : words.none }}
      pagination={false}
      scroll={{ x: 960 }}
      tableLayout="fixed"
    />
  )
}

const shownPosts = 2

function useColumns() {
  const words = useMessages(messages)
  const dates = useDates()
  return [
    {
      title: words.columns.name,
      key: 'name',
      width: 200,
      render: ({ name, login }: Account) => (
        <>
          {name} <span className="o-hint">{login}</span>
        </>
      ),
    },
    { title: words.columns.posts, key: 'posts', render: (account: Account) => <Posts account={account} /> },
    {
      title: words.columns.signedIn,
      key: 'signedIn',
      width: 140,
      render: ({ signedInAt }: Account) =>
        signedInAt ? (
          <span title={dates.whole(signedInAt)}>{dates.moment(signedInAt)}</span>
        ) : (
          <span className="o-hint">{words.never}</span>
        ),
    },
    {
      title: words.columns.factor,
      key: 'factor',
      width: 110,
      render: ({ hasFactor }: Account) =>
        hasFactor ? words.bound : <span className="o-hint">{words.notBound}</span>,
    },
    {
      title: words.columns.sessions,
      key: 'sessions',
      width: 90,
      align: 'right' as const,
      render: ({ openSessions }: Account) => words.places(openSessions),
    },
    {
      title: words.columns.state,
      key: 'state',
      width: 150,
      render: ({ disabledAt, passwordIsFirst }: Account) => (
        <>
          {disabledAt && <Tag color="error">{words.disabled(dates.day(disabledAt))}</Tag>}
          {passwordIsFirst && <Tag>{words.firstPassword}</Tag>}
        </>
      ),
    },
  ]
}

function Posts({ account: { posts } }: { account: Account }) {
  const words = useMessages(messages)
  const roles = useMessages(roleWords)
  const comma = useLanguage() === 'zh' ? '、' : ', '
  if (posts.length === 0) return <span className="o-hint">{words.noPost}</span>
  return (
    <>
      {posts
        .slice(0, shownPosts)
        .map(({ role, areaName }) => `${areaName} ${roles[role]}`)
        .join(comma)}
      {posts.length > shownPosts && <span className="o-hint">{words.morePosts(posts.length)}</span>}
    </>
  )
}
