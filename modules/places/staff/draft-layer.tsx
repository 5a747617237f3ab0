import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Position, Ring } from '../web/map-shape.ts'
import { type MapView, toPlace, toScreen } from '../web/map-view.ts'
import { pathOf } from '../web/territory-map.tsx'
import { messages } from './boundary-editor.messages.ts'
import {
  addCorner,
  type Corner,
  type DraftShape,
  finish,
  halfWay,
  moveCorner,
  removeCorner,
} from './draft-shape.ts'

type Props = {
  draft: DraftShape
  view: MapView
  snap: (at: Position) => Position
  onChange: (draft: DraftShape) => void
}

const metre = 1 / 111_195

/** The boundary being drawn: corners to drag, middles to add one, the open outline with its first point to close it. */
export function DraftLayer({ draft, view, snap, onChange }: Props) {
  const [dragged, setDragged] = useState<{ corner: Corner; at: Position }>()
  const shown = dragged ? moveCorner(draft, dragged.corner, dragged.at) : draft
  const corners = shown.polygons.flatMap((rings, polygon) =>
    rings.flatMap((ring, position) =>
      ring.map((at, index) => ({
        corner: { polygon, ring: position, index },
        at,
        next: ring[(index + 1) % ring.length],
      })),
    ),
  )
  return (
    <>
      {shown.polygons.map((rings, index) => (
        // Outlines have no name but their place in the row.
        <path key={`${index} of ${shown.polygons.length}`} className="p-draft" d={pathOf(rings, view)} />
      ))}
      {!draft.drawing &&
        corners.map(({ corner, at, next }) => (
          <g key={`${corner.polygon} ${corner.ring} ${corner.index}`}>
            {next && !dragged && (
              <Middle
                at={toScreen(view, halfWay(at, next))}
                onAdd={() => onChange(addCorner(draft, corner))}
              />
            )}
            <Handle
              at={at}
              corner={corner}
              view={view}
              snap={snap}
              draft={draft}
              onDrag={setDragged}
              onChange={onChange}
            />
          </g>
        ))}
      {draft.drawing && <Open ring={draft.drawing} view={view} onClose={() => onChange(finish(draft))} />}
    </>
  )
}

/** The outline that is not closed yet. */
function Open({ ring, view, onClose }: { ring: Ring; view: MapView; onClose: () => void }) {
  const words = useMessages(messages)
  const points = ring.map((at) => toScreen(view, at))
  const [first] = points
  return (
    <>
      <polyline className="p-draft-line" points={points.map((each) => each.join(',')).join(' ')} />
      {points.slice(1).map(([x, y]) => (
        <circle key={`${x} ${y}`} className="p-draft-corner" cx={x} cy={y} r={4} />
      ))}
      {first && (
        <circle
          className="p-draft-corner p-draft-first"
          cx={first[0]}
          cy={first[1]}
          r={8}
          onClick={(event) => {
            event.stopPropagation()
            onClose()
          }}
        >
          <title>{words.close}</title>
        </circle>
      )}
    </>
  )
}

function Middle({ at: [x, y], onAdd }: { at: readonly [number, number]; onAdd: () => void }) {
  const words = useMessages(messages)
  const add = (event: React.MouseEvent): void => {
    event.stopPropagation()
    onAdd()
  }
  return (
    <circle className="p-draft-middle" cx={x} cy={y} r={5} onClick={add}>
      <title>{words.addHere}</title>
    </circle>
  )
}

type HandleProps = Props & {
  at: Position
  corner: Corner
  onDrag: (dragged: { corner: Corner; at: Position } | undefined) => void
}

/** One corner: dragged, or moved by a metre with the arrow keys (ten with Shift), added to and taken out. */
function Handle(props: HandleProps) {
  const words = useMessages(messages)
  const { at, corner, view, draft, snap, onDrag, onChange } = props
  const held = useRef<Position | undefined>(undefined)
  const [x, y] = toScreen(view, at)
  const down = (event: PointerEvent): void => {
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = at
  }
  const move = (event: PointerEvent<SVGCircleElement>): void => {
    if (!held.current) return
    const { left = 0, top = 0 } = event.currentTarget.ownerSVGElement?.getBoundingClientRect() ?? {}
    const to = toPlace(view, [event.clientX - left, event.clientY - top])
    held.current = event.altKey ? to : snap(to)
    onDrag({ corner, at: held.current })
  }
  const up = (): void => {
    const to = held.current
    held.current = undefined
    onDrag(undefined)
    if (to && to !== at) onChange(moveCorner(draft, corner, to))
  }
  const key = (event: KeyboardEvent): void => {
    const next = afterKey(event, draft, corner, at)
    if (!next) return
    event.preventDefault()
    onChange(next)
  }
  return (
    <circle
      className="p-draft-corner"
      cx={x}
      cy={y}
      r={6}
      tabIndex={0}
      role="button"
      aria-label={words.corner(corner.index + 1)}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onKeyDown={key}
      onClick={(event) => event.stopPropagation()}
    />
  )
}

function afterKey(
  event: KeyboardEvent,
  draft: DraftShape,
  corner: Corner,
  at: Position,
): DraftShape | undefined {
  const by = metre * (event.shiftKey ? 10 : 1)
  const east = by / Math.cos((at[1] * Math.PI) / 180)
  switch (event.key) {
    case 'ArrowLeft':
      return moveCorner(draft, corner, [at[0] - east, at[1]])
    case 'ArrowRight':
      return moveCorner(draft, corner, [at[0] + east, at[1]])
    case 'ArrowUp':
      return moveCorner(draft, corner, [at[0], at[1] + by])
    case 'ArrowDown':
      return moveCorner(draft, corner, [at[0], at[1] - by])
    case 'Delete':
    case 'Backspace':
      return removeCorner(draft, corner)
    case 'Insert':
    case '+':
      return addCorner(draft, corner)
    default:
      return undefined
  }
}
