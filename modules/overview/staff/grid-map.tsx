import { useId, useRef } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Boundary } from '#modules/places/contract.ts'
import { boxOf, type MapView, pathOf, ringsOf, toScreen, useMapView } from '#modules/places/web/door.tsx'
import './grid-map.css'
import { densityStep, type GridOnMap, labelOf, neighbourOf } from './grid-on-map.ts'
import { messages } from './map.messages.ts'
import { PointMark, type OpenPoint } from './point-mark.tsx'
import { patternOf, StateLegend, StatePatterns } from './state-pattern.tsx'

type Props = {
  readonly title: string
  readonly own: Boundary | undefined
  readonly grids: readonly GridOnMap[]
  readonly points: readonly OpenPoint[]
  readonly height: number
  /** Shaded by what is open for a hundred households, the most of them; by state when absent. */
  readonly mostDense?: number | undefined
  readonly chosen: number | undefined
  /** The size of names where there is room. */
  readonly largest?: number
  readonly onChoose: (areaId: number) => void
  readonly onPoint?: (matterId: string) => void
}

/** Grids coloured by state, with a pattern and a word besides. Drag and wheel move it, arrow keys go from grid to grid. */
export function GridMap(props: Props) {
  const words = useMessages(messages)
  const box = boxOf([
    ...(props.own ? ringsOf(props.own) : []),
    ...props.grids.flatMap(({ boundary }) => ringsOf(boundary)),
  ])
  if (!box || props.grids.length === 0) return <p className="g-none">{words.none}</p>
  return <Framed {...props} box={box} />
}

function Framed(props: Props & { box: NonNullable<ReturnType<typeof boxOf>> }) {
  const words = useMessages(messages)
  const id = useId()
  const { setFrame, view, zoom, fitAgain, handlers } = useMapView(props.box, props.height)
  const { title, grids, own, points, onPoint } = props
  return (
    <div className="g-map" ref={setFrame} style={{ height: props.height }}>
      <div role="presentation" {...handlers}>
        <svg role="group" aria-label={`${title}。${words.keys}`} width={view.width} height={view.height}>
          <StatePatterns id={id} />
          {own && <path className="g-own" d={pathOf(ringsOf(own), view)} />}
          <Grids {...props} grids={grids} view={view} id={id} />
          {points.map((point) => (
            <PointMark
              key={point.matterId}
              point={point}
              at={toScreen(view, [point.lon, point.lat])}
              {...(onPoint && { onOpen: () => onPoint(point.matterId) })}
            />
          ))}
        </svg>
      </div>
      <Zoom zoom={zoom} onWhole={fitAgain} />
      {props.mostDense === undefined && (
        <div className="g-legend-box">
          <StateLegend id={id} words={words.states} />
        </div>
      )}
    </div>
  )
}

function Zoom({ zoom, onWhole }: { zoom: (factor: number) => void; onWhole: () => void }) {
  return (
    <div className="g-zoom">
      <button type="button" aria-label="+" onClick={() => zoom(1.5)}>
        ＋
      </button>
      <button type="button" aria-label="-" onClick={() => zoom(1 / 1.5)}>
        －
      </button>
      <button type="button" aria-label="0" onClick={onWhole}>
        ⤢
      </button>
    </div>
  )
}

type GridsProps = Props & { readonly view: MapView; readonly id: string }

/** One of them takes the focus: the chosen one, else the first. The arrow keys hand it on. */
function Grids({ grids, view, id, chosen, mostDense, largest = 14, onChoose }: GridsProps) {
  const words = useMessages(messages)
  const drawn = useRef(new Map<number, SVGGElement>())
  const first = grids.some(({ areaId }) => areaId === chosen) ? chosen : grids[0]?.areaId
  function onKey(event: React.KeyboardEvent, grid: GridOnMap): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onChoose(grid.areaId)
      return
    }
    const next = neighbourOf(grids, grid, event.key)
    if (!next) return
    event.preventDefault()
    drawn.current.get(next.areaId)?.focus()
  }
  return grids.map((grid) => {
    const { areaId, name, now } = grid
    const step = mostDense === undefined ? undefined : densityStep(grid, mostDense)
    const isDense = mostDense !== undefined
    return (
      <g
        key={areaId}
        ref={(element) => {
          if (element) drawn.current.set(areaId, element)
          else drawn.current.delete(areaId)
        }}
        role="button"
        tabIndex={areaId === first ? 0 : -1}
        aria-pressed={areaId === chosen}
        className={`g-grid is-${now.state}${areaId === chosen ? ' is-chosen' : ''}`}
        onClick={() => onChoose(areaId)}
        onKeyDown={(event) => onKey(event, grid)}
      >
        <path
          d={pathOf(ringsOf(grid.boundary), view)}
          {...(isDense
            ? { className: `g-step-${step ?? 'unknown'}` }
            : { fill: `url(#${patternOf(id, now.state)})` })}
        >
          <title>{words.grid(name, words.states[now.state], now.open)}</title>
        </path>
        <Label grid={grid} view={view} largest={largest} />
      </g>
    )
  })
}

/** The name, and below it what is grave about the grid in words; only the number where there is little room. */
function Label({ grid, view, largest }: { grid: GridOnMap; view: MapView; largest: number }) {
  const words = useMessages(messages)
  const at = labelOf(grid, view, largest)
  if (!at) return null
  const { state, red, yellow, supervised } = grid.now
  const count = state === 'supervised' ? supervised : state === 'red' ? red : state === 'yellow' ? yellow : 0
  if (at.size === 0)
    return count > 0 && at.roomy ? (
      <text className="g-label" x={at.x} y={at.y} fontSize={12}>
        {count}
      </text>
    ) : null
  return (
    <text className="g-label" x={at.x} y={count > 0 ? at.y - at.size * 0.6 : at.y} fontSize={at.size}>
      {grid.name}
      {count > 0 && (
        <tspan className="g-grave" x={at.x} dy={at.size * 1.25}>
          {words.states[state]} {count}
        </tspan>
      )}
    </text>
  )
}
