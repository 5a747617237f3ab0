import { Alert, Button, Space } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { AreaShapes } from '#modules/places/contract.ts'
import {
  boundaryOf,
  cutRing,
  isInside,
  type MapView,
  openRingsOf,
  type Position,
  TerritoryMap,
  toScreen,
} from '#modules/places/web/door.tsx'
import { give, type PlanDraft } from './plan-draft.ts'
import { messages } from './regroup.messages.ts'

type Props = {
  gridId: number
  gridName: string
  shapes: AreaShapes
  draft: PlanDraft
  onChange: (draft: PlanDraft) => void
}

/** The buildings of the grid on a map: pressed one by one, or all at once by a cut through the grid. */
export function SplitMap(props: Props) {
  const words = useMessages(messages)
  const { gridId, shapes, draft, onChange } = props
  const [line, setLine] = useState<readonly Position[]>()
  const [isWrong, setWrong] = useState(false)
  const grid = shapes.below.find(({ id }) => id === gridId)
  const houses = shapes.buildings.filter((house) => house.gridId === gridId)
  const points = houses.map(({ id, name, point }) => {
    const tone = draft.taken.get(id)
    return { id, name, at: [point.lon, point.lat] as const, ...(tone !== undefined && { tone }) }
  })
  const parts = draft.parts.flatMap(({ name, boundary }, tone) =>
    draft.kind === 'split' && boundary ? [{ id: -1 - tone, name, boundary, tone }] : [],
  )
  const cut = (): void => {
    const halves = grid && line && halvesOf(openRingsOf(grid.boundary), line)
    setWrong(!halves)
    setLine(undefined)
    if (halves) onChange(cutIn(draft, halves, points))
  }
  const press = (house: number): void =>
    onChange(give(draft, house, draft.kind === 'split' ? draft.active : 0))
  return (
    <div>
      {draft.kind === 'split' && (
        <CutTools
          mayCut={grid !== undefined && openRingsOf(grid.boundary).flat().length === 1}
          line={line}
          onLine={setLine}
          onCut={cut}
        />
      )}
      {isWrong && <Alert type="warning" showIcon closable title={words.cutWrong} />}
      <TerritoryMap
        title={words.map(props.gridName)}
        outline={shapes.own}
        own={grid?.boundary}
        beside={shapes.below.filter(({ id, kind }) => id !== gridId && kind === 'grid')}
        shapes={parts}
        points={points}
        height={440}
        {...(line ? { onPlace: (at: Position) => setLine([...line, at]) } : { onPoint: press })}
        renderOverlay={(view) => line && <Line line={line} view={view} />}
      />
      <p className="rg-hint">
        {line ? words.cutting : draft.kind === 'split' ? words.mapHow : words.moveHow}
      </p>
    </div>
  )
}

function CutTools(props: {
  mayCut: boolean
  line: readonly Position[] | undefined
  onLine: (line: readonly Position[] | undefined) => void
  onCut: () => void
}) {
  const words = useMessages(messages)
  const { mayCut, line, onLine, onCut } = props
  if (!mayCut) return <p className="rg-hint">{words.cutImpossible}</p>
  return (
    <Space className="rg-tools">
      {line ? (
        <>
          <Button type="primary" disabled={line.length < 2} onClick={onCut}>
            {words.cutNow}
          </Button>
          <Button onClick={() => onLine(undefined)}>{words.cutOff}</Button>
        </>
      ) : (
        <Button onClick={() => onLine([])}>{words.cut}</Button>
      )}
    </Space>
  )
}

const halvesOf = (polygons: Position[][][], line: readonly Position[]) => {
  const [ring] = polygons[0] ?? []
  return ring && cutRing(ring, line)
}

/** The first two parts take the halves and the houses in them. */
function cutIn(
  draft: PlanDraft,
  halves: readonly (readonly Position[])[],
  points: readonly { id: number; at: Position }[],
): PlanDraft {
  const parts = draft.parts.map((part, index) => {
    const half = halves[index]
    return { ...part, boundary: half && boundaryOf([[half]]) }
  })
  const taken = new Map(
    points.flatMap(({ id, at }): [number, number][] => {
      const part = halves.findIndex((half) => isInside(at, half))
      return part === -1 ? [] : [[id, part]]
    }),
  )
  return { ...draft, parts, taken }
}

function Line({ line, view }: { line: readonly Position[]; view: MapView }) {
  const points = line.map((at) => toScreen(view, at))
  return (
    <g className="rg-cut">
      <polyline points={points.map((each) => each.join(',')).join(' ')} />
      {points.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={5} />
      ))}
    </g>
  )
}
