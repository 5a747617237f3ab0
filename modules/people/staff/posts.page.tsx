import { Alert, Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useMay } from '#kernel/web/react/session.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Post, Role } from '../contract.ts'
import { roleWords } from '../web/role-words.messages.ts'
import { listPosts } from '../web/routes.generated.ts'
import { AddPost, type PostWanted } from './add-post.tsx'
import { PostTable } from './post-table.tsx'
import { messages } from './posts.messages.ts'
import { rankOfRole } from './role-areas.ts'
import { StaffingGaps } from './staffing-gaps.tsx'
import './posts.css'

/** As many as the server lists at once. */
const listedAtMost = 1000

const fits = (post: Post, role: string | undefined, text: string): boolean =>
  (!role || post.role === role) &&
  [post.holder, post.login, post.areaName, post.organisationName ?? ''].some((word) =>
    word.toLowerCase().includes(text.trim().toLowerCase()),
  )

/** Who holds which post in the area looked at, and what its grids lack. */
export function PostsPage() {
  const words = useMessages(messages)
  const { search } = useAddress()
  const { on } = search
  const mayEdit = useMay('people.edit') && !on
  const area = Number(search['area']) || undefined
  const [text, setText] = useState('')
  const [wanted, setWanted] = useState<PostWanted>()
  const posts = useStaffRoute(
    listPosts,
    { query: { ...(area && { area }), ...(on && { on }) } },
    { keepLast: true },
  )
  const items = posts.data?.items ?? []
  const shown = items.filter((post) => fits(post, search['role'], text))
  return (
    <div className="o-page">
      <Bar
        items={items}
        shown={shown.length}
        text={text}
        onText={setText}
        onAdd={mayEdit ? () => setWanted({ area }) : undefined}
      />
      {on ? (
        <Alert type="info" showIcon title={words.past(on)} />
      ) : (
        <StaffingGaps area={area} {...(mayEdit && { onFill: setWanted })} />
      )}
      {posts.error ? (
        <ProblemNote problem={posts.error} again={() => void posts.refetch()} />
      ) : (
        <Listed items={items} shown={shown} isWaiting={posts.isPending} mayEdit={mayEdit} />
      )}
      {wanted && <AddPost wanted={wanted} onClose={() => setWanted(undefined)} />}
    </div>
  )
}

function Listed(props: {
  items: readonly Post[]
  shown: readonly Post[]
  isWaiting: boolean
  mayEdit: boolean
}) {
  const words = useMessages(messages)
  const { items, shown, isWaiting, mayEdit } = props
  if (!isWaiting && items.length === 0) {
    return (
      <p>
        {words.none}
        {mayEdit && words.noneNext}
      </p>
    )
  }
  return (
    <>
      {items.length >= listedAtMost && <p className="o-hint">{words.limited(listedAtMost)}</p>}
      <PostTable posts={shown} isWaiting={isWaiting} mayEnd={mayEdit} />
    </>
  )
}

function Bar(props: {
  items: readonly Post[]
  shown: number
  text: string
  onText: (text: string) => void
  onAdd: (() => void) | undefined
}) {
  const words = useMessages(messages)
  const roles = useMessages(roleWords)
  const { search, change } = useAddress()
  const { on } = search
  const held = [...new Set(props.items.map((post) => post.role))].toSorted(
    (one, other) => rankOfRole(one) - rankOfRole(other),
  )
  const countOf = (role: Role): number => props.items.filter((post) => post.role === role).length
  return (
    <div className="o-bar">
      <h1>{words.title}</h1>
      <Select
        aria-label={words.columns.role}
        value={search['role'] ?? ''}
        onChange={(role) => change({ role: role || undefined })}
        options={[
          { value: '', label: words.allRoles },
          ...held.map((value) => ({ value: value as string, label: `${roles[value]} ${countOf(value)}` })),
        ]}
        popupMatchSelectWidth={false}
        style={{ minWidth: 150 }}
      />
      <Input
        type="search"
        aria-label={words.find}
        placeholder={words.find}
        value={props.text}
        onChange={(event) => props.onText(event.target.value)}
        allowClear
        style={{ width: 200 }}
      />
      <DatePicker
        aria-label={words.asOf}
        value={on ? dayjs(on) : null}
        maxDate={dayjs()}
        placeholder={`${words.asOf}：${words.today}`}
        onChange={(day) => change({ on: day?.format('YYYY-MM-DD') })}
        style={{ width: 160 }}
      />
      {on && <Button onClick={() => change({ on: undefined })}>{words.today}</Button>}
      <span className="o-hint">{words.count(props.shown)}</span>
      <span className="o-space" />
      {props.onAdd && (
        <Button type="primary" onClick={props.onAdd}>
          {words.add}
        </Button>
      )}
    </div>
  )
}
