import { Select, Table } from 'antd'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { roleWords } from '#modules/people/web/door.ts'
import type { Preview } from '../contract.ts'
import { messages } from './preview.messages.ts'

/** By post: the parts in which its holder goes on; none when it ends; absent while nobody said. */
export type Decisions = ReadonlyMap<string, readonly number[]>
type Row = Preview['posts'][number]

const ends = -1

export function PostDecisions(props: {
  preview: Preview
  decisions: Decisions
  onChange: (decisions: Decisions) => void
}) {
  const words = useMessages(messages)
  const roles = roleWords[useLanguage()]
  const { preview, decisions, onChange } = props
  const options = [
    ...preview.parts.map(({ name }, value) => ({ value, label: name })),
    { value: ends, label: words.ends },
  ]
  const decide = (postId: string, chosen: readonly number[]): void => {
    const next = new Map(decisions)
    const last = chosen.at(-1)
    // "Ends" stands alone: chosen last it clears the rest, and any other choice clears it.
    if (last === undefined) next.delete(postId)
    else next.set(postId, last === ends ? [] : chosen.filter((part) => part !== ends))
    onChange(next)
  }
  const value = (postId: string): number[] => {
    const decided = decisions.get(postId)
    if (!decided) return []
    return decided.length === 0 ? [ends] : [...decided]
  }
  const columns = [
    { title: words.columns.holder, key: 'holder', render: ({ holder }: Row) => holder },
    { title: words.columns.role, key: 'role', render: ({ role }: Row) => roles[role] },
    { title: words.columns.now, key: 'now', render: ({ areaName }: Row) => areaName },
    {
      title: words.columns.later,
      key: 'later',
      render: ({ postId, holder }: Row) => (
        <Select
          mode="multiple"
          aria-label={`${holder} ${words.columns.later}`}
          placeholder={words.choose}
          value={value(postId)}
          onChange={(chosen: number[]) => decide(postId, chosen)}
          options={options}
          style={{ width: 260 }}
        />
      ),
    },
  ]
  return (
    <>
      <h3>{words.posts}</h3>
      <p className="rg-hint">{words.postsHow}</p>
      <Table<Row>
        size="small"
        rowKey="postId"
        dataSource={preview.posts}
        columns={columns}
        pagination={false}
      />
    </>
  )
}
