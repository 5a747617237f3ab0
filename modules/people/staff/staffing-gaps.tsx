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

/** Which grids lack whom, by the 1+N rule. */
export function StaffingGaps({
  area,
  onFill,
}: {
  area: number | undefined
  onFill?: (wanted: PostWanted) => void
}) {
  const { gaps: words } = useMessages(messages)
  const roles = useMessages(roleWords)
  const language = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const gaps = useStaffRoute(listStaffingGaps, { query: { ...(area && { area }) } }, { keepLast: true })
  if (gaps.error) return <ProblemNote problem={gaps.error} again={() => void gaps.refetch()} />
  if (!gaps.data) return null
  const { grids, items } = gaps.data
  const shown = isWhole ? items : items.slice(0, shownFirst)
  const comma = language === 'zh' ? '、' : ', '
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
          {shown.map(({ areaId, areaName, communityName, missing }) => (
            <li key={areaId}>
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
          ))}
        </ul>
      )}
      {items.length > shown.length && (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          {words.all(items.length)}
        </Button>
      )}
    </section>
  )
}
