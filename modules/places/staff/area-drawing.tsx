import { boxOf, projectionOf, type Ring, ringsOf } from './map-shape.ts'
import type { Boundary } from '../contract.ts'

export type Shape = { readonly id: number; readonly name: string; readonly boundary: Boundary }

type Project = ReturnType<typeof projectionOf>

const round = (value: number): number => Math.round(value * 10) / 10

const pathOf = (rings: readonly Ring[], project: Project): string =>
  rings.map((ring) => `M${ring.map((at) => project(at).map(round).join(' ')).join('L')}Z`).join('')

/** Where a name fits: the middle of the shape's box, and how wide it is there, in pixels. */
function labelOf(rings: readonly Ring[], project: Project) {
  const box = boxOf(rings)
  if (!box) return undefined
  const [left, bottom] = project([box.west, box.south])
  const [right, top] = project([box.east, box.north])
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top }
}

/** Draws an area and those below it, fitted to the frame; pressing one opens it. No map service is asked. */
export function AreaDrawing(props: {
  title: string
  own: Boundary | undefined
  shapes: readonly Shape[]
  width: number
  height: number
  onOpen?: (areaId: number) => void
}) {
  const own = props.own ? ringsOf(props.own) : []
  const below = props.shapes.map((shape) => ({ ...shape, rings: ringsOf(shape.boundary) }))
  const box = boxOf([...own, ...below.flatMap((shape) => shape.rings)])
  if (!box) return null
  const project = projectionOf(box, props.width, props.height)
  return (
    <svg
      role="img"
      aria-label={props.title}
      viewBox={`0 0 ${props.width} ${props.height}`}
      style={{ width: '100%', display: 'block', background: 'var(--ground)', borderRadius: 6 }}
    >
      <path
        d={pathOf(own, project)}
        fill="var(--paper)"
        stroke="var(--primary)"
        strokeWidth={2}
        fillRule="evenodd"
      />
      {below.map(({ id, name, rings }) => (
        <g
          key={id}
          onClick={() => props.onOpen?.(id)}
          style={{ cursor: props.onOpen ? 'pointer' : 'default' }}
        >
          <Part name={name} d={pathOf(rings, project)} />
          <Label name={name} at={labelOf(rings, project)} />
        </g>
      ))}
    </svg>
  )
}

function Part({ name, d }: { name: string; d: string }) {
  return (
    <path
      d={d}
      fill="var(--primary)"
      fillOpacity={0.07}
      stroke="var(--primary)"
      strokeOpacity={0.55}
      strokeWidth={1}
      fillRule="evenodd"
    >
      <title>{name}</title>
    </path>
  )
}

function Label(props: { name: string; at: ReturnType<typeof labelOf> }) {
  const { name, at } = props
  if (!at) return null
  // A Chinese character is as wide as the type is high; Latin letters take a little more than half.
  const wide = [...name].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 1 : 0.58), 0)
  const size = Math.min(14, Math.floor((at.width - 6) / wide), Math.floor(at.height - 2))
  if (size < 9) return null
  return (
    <text
      x={at.x}
      y={at.y}
      fontSize={size}
      fill="var(--ink)"
      textAnchor="middle"
      dominantBaseline="central"
      style={{ pointerEvents: 'none' }}
    >
      {name}
    </text>
  )
}
