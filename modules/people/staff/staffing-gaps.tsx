import { Button } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { roleWords } from '../web/role-words.messages.ts'
import { listStaffingGaps } from '../web/routes.generated.ts'
import type { PostWanted } from './add-post.tsx'
import { messages } from './posts.messages.ts'

const shownFirst = 6

type Gap = {
  areaId: number
  areaName: string
  communityName: string
  missing: ('grid_leader' | 'grid_worker' | 'grid_helper')[]
}
type Fill = (wanted: PostWanted) => void

/** Which grids lack whom, by the 1+N rule. */
export function StaffingGaps({ area, onFill }: { area: number | undefined; onFill?: Fill }) {
  const { gaps: words } = useMessages(messages)
  const [isWhole, setWhole] = useState(false)
  const gaps = useStaffRoute(listStaffingGaps, { query: { ...(area && { area }) } }, { keepLast: true })
  if (gaps.error) return <ProblemNote problem={gaps.error} again={() => void gaps.refetch()} />
  if (!gaps.data) return null
  const { grids, items } = gaps.data
  const shown = isWhole ? items : items.slice(0, shownFirst)
  return (
    <section className="o-gaps" aria-label={words.title}>
      <div className="o-bar">
        <h2>{words.title}</h2>
        <span className={items.length > 0 ? 'o-late' : 'o-hint'}>
          {grids === 0 ? words.noGrids : words.grids(grids, items.length)}
        </span>
        <span className="o-hint">{words.rule}</span>
      </div>
      {items.length > 0 && (
        <ul>
          {shown.map((gap) => (
            <GapLine key={gap.areaId} gap={gap} {...(onFill && { onFill })} />
          ))}
        </ul>
      )}
      {items.length > shown.length && (
        <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => setWhole(true)}>
          {words.all(items.length)}
        </Button>
      )}
    </section>
  )
}

function GapLine({ gap, onFill }: { gap: Gap; onFill?: Fill }) {
  const { gaps: words } = useMessages(messages)
  const roles = useMessages(roleWords)
  const comma = useLanguage() === 'zh' ? '、' : ', '
  const { areaId, areaName, communityName, missing } = gap
  return (
    <li>
      <span>
        <span className="o-hint">{communityName}</span> {areaName}{' '}
        <strong>{words.lacks(missing.map((role) => roles[role]).join(comma))}</strong>
      </span>
      {onFill && (
        <Button
          size="small"
          aria-label={`${words.fill} ${areaName}`}
          onClick={() => onFill({ area: areaId, role: missing[0] })}
        >
          {words.fill}
        </Button>
      )}
    </li>
  )
}
