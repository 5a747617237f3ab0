import { useEffect, useRef, useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { call } from '#kernel/web/call.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import type { PlaceMap } from '../contract.ts'
import { isInside } from './cut-ring.ts'
import { boxOf, type Position } from './map-shape.ts'
import { fitted, type MapView, panned, toPlace, toScreen, zoomed } from './map-view.ts'
import { drawPlaces, type DrawnShape, shapesOf } from './place-drawing.ts'
import { messages } from './place-picker.messages.ts'
import type { ChosenPlace } from './chosen-place.ts'
import { findGridAt, listPlaces, readPlaceMap } from './routes.generated.ts'

type Props = { onChoose: (place: ChosenPlace) => void }
type Seen = { areaId: number; name: string; at: Position }

/** The map way: outlines and buildings on a canvas, with fingers, mouse or keys. */
export function PlaceCanvas({ onChoose }: Props) {
  const words = useMessages(messages)
  const map = useRoute(readPlaceMap, {})
  return (
    <Loaded from={map} isEmpty={({ shapes }) => shapes.length === 0} empty={<p>{words.noMap}</p>}>
      {(data) => <Canvas map={data} onChoose={onChoose} />}
    </Loaded>
  )
}

/** How near, in pixels, a press must be to a building. */
const reach = 26

function seenAt(at: Position, map: PlaceMap, shapes: readonly DrawnShape[], view: MapView): Seen | undefined {
  const [x, y] = toScreen(view, at)
  const near = map.buildings
    .map((building) => {
      const [toX, toY] = toScreen(view, [building.point.lon, building.point.lat])
      return { building, away: Math.hypot(toX - x, toY - y) }
    })
    .toSorted((a, b) => a.away - b.away)[0]
  if (near && near.away < reach) return { areaId: near.building.areaId, name: near.building.name, at }
  const shape = shapes.find(({ rings }) => rings.some((ring) => isInside(at, ring)))
  return shape && { areaId: shape.areaId, name: shape.name, at }
}

function Canvas({ map, onChoose }: Props & { map: PlaceMap }) {
  const words = useMessages(messages)
  const shapes = shapesOf(map)
  const box = boxOf(shapes.flatMap(({ rings }) => rings)) ?? { west: 0, east: 0, south: 0, north: 0 }
  const canvas = useRef<HTMLCanvasElement>(null)
  const [moved, setMoved] = useState<MapView>()
  const [size, setSize] = useState({ width: 360, height: 420 })
  const [seen, setSeen] = useState<Seen>()
  const [note, setNote] = useState('')
  const view: MapView = { ...(moved ?? fitted(box, size.width, size.height)), ...size }
  const fingers = useFingers(view, setMoved, (at) => setSeen(seenAt(at, map, shapes, view)))
  useEffect(() => {
    const { clientWidth: width, clientHeight: height } = canvas.current ?? { clientWidth: 0, clientHeight: 0 }
    if (width > 0) setSize({ width, height })
  }, [])
  useEffect(() => {
    if (canvas.current) drawPlaces(canvas.current, { map, shapes, view, chosen: seen?.at })
  })
  async function choose(): Promise<void> {
    if (!seen) return
    const { at } = await call(listPlaces, { query: { parent: seen.areaId } })
    const point = { lon: seen.at[0], lat: seen.at[1] }
    onChoose({ areaId: seen.areaId, pathNames: at?.pathNames ?? [seen.name], point })
  }
  const findMe = (): void =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude: lon, latitude: lat } }) => {
        const here: Position = [lon, lat]
        const near = { ...view, centre: here, scale: Math.max(view.scale, 1) }
        call(findGridAt, { query: { lon, lat } }).then(
          () => {
            setMoved(near)
            setSeen(seenAt(here, map, shapes, near))
          },
          () => setNote(words.outside),
        )
      },
      () => setNote(words.noPlace),
      { enableHighAccuracy: true, timeout: 10_000 },
    )
  return (
    <>
      <canvas ref={canvas} className="p-canvas" {...fingers} />
      <button
        type="button"
        className="p-canvas-keys"
        onKeyDown={(event) => {
          const next = afterKey(event.key, view)
          if (!next) return
          event.preventDefault()
          setMoved(next)
        }}
        onClick={() => setSeen(seenAt(view.centre, map, shapes, view))}
      >
        {words.mapLabel}
      </button>
      <p className="y-second">{words.mapHow}</p>
      <p role="status">
        <strong>{seen?.name ?? note}</strong>
      </p>
      <Button kind="primary" wide disabled={!seen} onPress={() => void choose()}>
        {words.choose}
      </Button>
      <Button icon="pin" wide onPress={findMe}>
        {words.mine}
      </Button>
      <p className="y-second">{words.mineHow}</p>
    </>
  )
}

const step = 50
const moves: Record<string, (view: MapView) => MapView> = {
  ArrowLeft: (view) => panned(view, step, 0),
  ArrowRight: (view) => panned(view, -step, 0),
  ArrowUp: (view) => panned(view, 0, step),
  ArrowDown: (view) => panned(view, 0, -step),
  '+': (view) => zoomed(view, 1.4),
  '=': (view) => zoomed(view, 1.4),
  '-': (view) => zoomed(view, 1 / 1.4),
}
const afterKey = (key: string, view: MapView): MapView | undefined => moves[key]?.(view)

type Touch = { x: number; y: number }
const middle = ([a, b]: readonly Touch[]): Touch => ({
  x: ((a?.x ?? 0) + (b?.x ?? a?.x ?? 0)) / 2,
  y: ((a?.y ?? 0) + (b?.y ?? a?.y ?? 0)) / 2,
})
const spread = ([a, b]: readonly Touch[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0)

/** One finger drags, two pinch, a short press chooses, the wheel zooms. */
function useFingers(view: MapView, onMove: (view: MapView) => void, onPress: (at: Position) => void) {
  const down = useRef(new Map<number, Touch>())
  const far = useRef(false)
  const at = (event: { clientX: number; clientY: number; currentTarget: Element }): Touch => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  return {
    onPointerDown: (event: React.PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      if (down.current.size === 0) far.current = false
      down.current.set(event.pointerId, at(event))
    },
    onPointerMove: (event: React.PointerEvent) => {
      const before = [...down.current.values()]
      const was = down.current.get(event.pointerId)
      if (!was) return
      const now = at(event)
      if (!far.current && before.length === 1 && Math.hypot(now.x - was.x, now.y - was.y) < 6) return
      far.current = true
      down.current.set(event.pointerId, now)
      const after = [...down.current.values()]
      const [from, to] = [middle(before), middle(after)]
      const dragged = panned(view, to.x - from.x, to.y - from.y)
      onMove(
        before.length > 1 ? zoomed(dragged, spread(after) / (spread(before) || 1), [to.x, to.y]) : dragged,
      )
    },
    onPointerUp: (event: React.PointerEvent) => {
      const { x, y } = at(event)
      if (down.current.delete(event.pointerId) && !far.current) onPress(toPlace(view, [x, y]))
    },
    onPointerCancel: (event: React.PointerEvent) => void down.current.delete(event.pointerId),
    onWheel: (event: React.WheelEvent) => {
      const { x, y } = at(event)
      onMove(zoomed(view, event.deltaY < 0 ? 1.2 : 1 / 1.2, [x, y]))
    },
  }
}
