import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { Can } from '#kernel/web/react/session.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Area } from '../contract.ts'
import { readShapes } from '../web/routes.generated.ts'
import { TerritoryMap } from '../web/territory-map.tsx'
import { messages } from './area-map.messages.ts'
import { BoundaryEditor } from './boundary-editor.tsx'
import { BoundaryFiles } from './boundary-files.tsx'

/** The area's boundary with what lies around, beside and below it, today or as of a day; today it can be drawn anew. */
export function AreaMap(props: { area: Area; on: string | undefined; onChoose: (areaId: number) => void }) {
  const words = useMessages(messages)
  const { area, on } = props
  const [isDrawing, setDrawing] = useState(false)
  const shapes = useStaffRoute(readShapes, { params: { areaId: area.id }, query: { ...(on && { on }) } })
  if (shapes.error) return <ProblemNote problem={shapes.error} again={() => void shapes.refetch()} />
  if (!shapes.data) return <p className="p-hint">{words.waiting}</p>
  const { own, parent, beside, below, buildings } = shapes.data
  if (isDrawing) return <BoundaryEditor area={area} shapes={shapes.data} onClose={() => setDrawing(false)} />
  const points = buildings.map(({ id, name, point }) => ({ id, name, at: [point.lon, point.lat] as const }))
  return (
    <div className="p-drawing">
      <div className="p-bar">
        {!on && (
          <Can permission="places.edit">
            <Button onClick={() => setDrawing(true)}>{own ? words.redraw : words.draw}</Button>
          </Can>
        )}
        <BoundaryFiles area={area} on={on} />
        <span className="p-space" />
        <Can permission="places.edit">
          <Link to="/settings/base-map">{words.baseMap}</Link>
        </Can>
      </div>
      {!own && below.length === 0 && <p className="p-hint">{words.none}</p>}
      <TerritoryMap
        title={words.title(area.name)}
        outline={parent}
        own={own}
        beside={beside}
        shapes={below}
        points={points}
        height={520}
        onShape={props.onChoose}
        {...(!on && { onPoint: props.onChoose })}
      />
    </div>
  )
}
