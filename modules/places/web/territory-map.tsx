import type { ReactNode } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Boundary } from '../contract.ts'
import { BaseTiles, useBaseMap } from './base-map.tsx'
import { boxOf, type Position, type Ring, ringsOf } from './map-shape.ts'
import { type MapView, scaleBar, toPlace, toScreen } from './map-view.ts'
import { messages } from './territory-map.messages.ts'
import { useMapView } from './use-map-view.ts'
import './territory-map.css'

/** Which of the parts something belongs to, from 0: shown by colour and by number. */
export type Tone = number | undefined
export type MapShape = {
  readonly id: number
  readonly name: string
  readonly boundary: Boundary
  readonly tone?: Tone
}
export type MapPoint = {
  readonly id: number
  readonly name: string
  readonly at: Position
  readonly tone?: Tone
}

type Drawn = {
  /** The area around it: a dashed line. */
  readonly outline?: Boundary | undefined
  readonly own?: Boundary | undefined
  /** Neighbours, pale. */
  readonly beside?: readonly MapShape[]
  readonly shapes?: readonly MapShape[]
  readonly points?: readonly MapPoint[]
}

type Props = Drawn & {
  readonly title: string
  readonly height: number
  readonly onShape?: (id: number) => void
  readonly onPoint?: (id: number) => void
  /** A press anywhere on the map; with the keyboard, Enter at the middle of the map. */
  readonly onPlace?: (at: Position, view: MapView) => void
  /** What is drawn above everything, in pixels of the view. */
  readonly renderOverlay?: (view: MapView) => ReactNode
  /** What the map must show even when nothing is drawn there yet. */
  readonly box?: ReturnType<typeof boxOf>
}

const toneClass = (tone: Tone): string => (tone === undefined ? '' : ` p-map-tone-${tone % 6}`)

/** A map of areas: own, around, beside, below, and buildings as points. Drag, wheel or keys move it; no map service is asked unless one was set. */
export function TerritoryMap(props: Props) {
  const words = useMessages(messages)
  const all = [props.outline, props.own, ...(props.shapes ?? []).map(({ boundary }) => boundary)]
  const rings = all.flatMap((boundary) => (boundary ? ringsOf(boundary) : []))
  const box = props.box ?? boxOf([...rings, (props.points ?? []).map(({ at }) => at)])
  if (!box) return <p className="p-hint">{words.none}</p>
  return <Framed {...props} box={box} />
}

function Framed(props: Props & { box: NonNullable<Props['box']> }) {
  const words = useMessages(messages)
  const { title, height, onPlace } = props
  const baseMap = useBaseMap()
  const { setFrame, view, zoom, fitAgain, placeOf, handlers, onKeyDown } = useMapView(props.box, height)
  const press = (event: React.MouseEvent): void => onPlace?.(toPlace(view, placeOf(event)), view)
  return (
    <div className={`p-map${baseMap ? ' p-map-over' : ''}`} ref={setFrame} style={{ height }}>
      <div role="presentation" {...handlers} onClick={press}>
        <svg role="group" aria-label={title} width={view.width} height={view.height}>
          {baseMap && <BaseTiles map={baseMap} view={view} />}
          <Layers {...props} view={view} />
          {props.renderOverlay?.(view)}
        </svg>
      </div>
      <button
        type="button"
        className="p-map-keys"
        onKeyDown={onKeyDown}
        onClick={() => onPlace?.(view.centre, view)}
      >
        {words.keys}
      </button>
      <div className="p-map-zoom">
        <button type="button" aria-label={words.closer} onClick={() => zoom(1.5)}>
          ＋
        </button>
        <button type="button" aria-label={words.farther} onClick={() => zoom(1 / 1.5)}>
          －
        </button>
        <button type="button" onClick={fitAgain}>
          {words.whole}
        </button>
      </div>
      <Bar view={view} />
      {baseMap && <div className="p-map-note">{baseMap.note}</div>}
    </div>
  )
}

function Bar({ view }: { view: MapView }) {
  const words = useMessages(messages)
  const { metres, pixels } = scaleBar(view)
  return (
    <div className="p-map-bar" style={{ width: pixels }}>
      {words.length(metres)}
    </div>
  )
}

export function pathOf(rings: readonly Ring[], view: MapView): string {
  const at = (position: Position): string =>
    toScreen(view, position)
      .map((each) => Math.round(each * 10) / 10)
      .join(' ')
  return rings.map((ring) => `M${ring.map(at).join('L')}Z`).join('')
}

function Layers(props: Props & { view: MapView }) {
  const { view, outline, own, beside = [], shapes = [], points = [], onShape, onPoint } = props
  const pick = (choose: ((id: number) => void) | undefined, id: number) =>
    choose && {
      onClick: (event: React.MouseEvent) => {
        event.stopPropagation()
        choose(id)
      },
    }
  const path = (boundary: Boundary): string => pathOf(ringsOf(boundary), view)
  return (
    <>
      {outline && <path className="p-map-outline" d={path(outline)} />}
      {beside.map(({ id, name, boundary }) => (
        <g key={id} className="p-map-beside">
          <path d={path(boundary)}>
            <title>{name}</title>
          </path>
          <Label name={name} boundary={boundary} view={view} />
        </g>
      ))}
      {own && <path className="p-map-own" d={path(own)} />}
      {shapes.map(({ id, name, boundary, tone }) => (
        <g
          key={id}
          className={`p-map-shape${toneClass(tone)}${onShape ? ' p-map-press' : ''}`}
          {...pick(onShape, id)}
        >
          <path d={path(boundary)}>
            <title>{name}</title>
          </path>
          <Label name={name} boundary={boundary} view={view} />
        </g>
      ))}
      {points.map((point) => (
        <Point key={point.id} point={point} view={view} press={pick(onPoint, point.id)} />
      ))}
    </>
  )
}

/** Names of points are written where there is room for them. */
const namedFrom = 0.7

function Point(props: { point: MapPoint; view: MapView; press: object | undefined }) {
  const { point, view, press } = props
  const [x, y] = toScreen(view, point.at)
  if (x < -20 || y < -20 || x > view.width + 20 || y > view.height + 20) return null
  return (
    <g className={`p-map-point${toneClass(point.tone)}${press ? ' p-map-press' : ''}`} {...press}>
      <circle cx={x} cy={y} r={point.tone === undefined ? 4 : 9} />
      {point.tone !== undefined && (
        <text className="p-map-number" x={x} y={y}>
          {point.tone + 1}
        </text>
      )}
      {view.scale > namedFrom && (
        <text className="p-map-name" x={x} y={y + 18}>
          {point.name}
        </text>
      )}
      <title>{point.name}</title>
    </g>
  )
}

function Label({ name, boundary, view }: { name: string; boundary: Boundary; view: MapView }) {
  const box = boxOf(ringsOf(boundary))
  if (!box) return null
  const [left, bottom] = toScreen(view, [box.west, box.south])
  const [right, top] = toScreen(view, [box.east, box.north])
  // A Chinese character is as wide as the type is high; Latin letters take a little more than half.
  const wide = [...name].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 1 : 0.58), 0)
  const size = Math.min(14, Math.floor((right - left - 6) / wide), Math.floor(bottom - top - 2))
  if (size < 9) return null
  return (
    <text className="p-map-label" x={(left + right) / 2} y={(top + bottom) / 2} fontSize={size}>
      {name}
    </text>
  )
}
