import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Box } from './map-shape.ts'
import { fitted, type MapView, panned, zoomed } from './map-view.ts'

type Pixel = readonly [x: number, y: number]

/** How far a press may tremble before it becomes a drag, in pixels. */
const trembling = 4
const step = 60

/** A map one can drag, zoom with wheel and keys, and fit again; the view follows the width of its frame. */
export function useMapView(box: Box, height: number) {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const width = useWidth(frame)
  const [moved, setMoved] = useState<MapView>()
  const fit = fitted(box, width || 800, height)
  const view: MapView = moved ? { ...moved, width: fit.width, height: fit.height } : fit
  const handlers = useDrag(view, setMoved)
  useWheel(frame, (factor, at) => setMoved(zoomed(view, factor, at)))
  return {
    setFrame,
    view,
    zoom: (factor: number): void => setMoved(zoomed(view, factor)),
    fitAgain: () => setMoved(undefined),
    placeOf: (event: { clientX: number; clientY: number }): readonly [number, number] => {
      const { left = 0, top = 0 } = frame?.getBoundingClientRect() ?? {}
      return [event.clientX - left, event.clientY - top]
    },
    handlers,
    onKeyDown: (event: KeyboardEvent): void => {
      const next = moveOf(event.key, view)
      if (!next) return
      event.preventDefault()
      setMoved(next === 'fit' ? undefined : next)
    },
  }
}

function useWidth(frame: HTMLDivElement | null): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!frame) return
    const watcher = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    watcher.observe(frame)
    return () => watcher.disconnect()
  }, [frame])
  return width
}

/** React listens to the wheel passively, which could not keep the page from scrolling. */
function useWheel(frame: HTMLDivElement | null, onTurn: (factor: number, at: Pixel) => void): void {
  useEffect(() => {
    if (!frame) return
    const turn = (event: WheelEvent): void => {
      event.preventDefault()
      const { left, top } = frame.getBoundingClientRect()
      onTurn(event.deltaY < 0 ? 1.2 : 1 / 1.2, [event.clientX - left, event.clientY - top])
    }
    frame.addEventListener('wheel', turn, { passive: false })
    return () => frame.removeEventListener('wheel', turn)
  })
}

/** Dragging moves the map; the click that ends a drag is no press on what lies there. */
function useDrag(view: MapView, onMove: (view: MapView) => void) {
  const drag = useRef<{ x: number; y: number; far: boolean; pointer: number } | undefined>(undefined)
  return {
    onPointerDown: (event: PointerEvent): void => {
      drag.current = { x: event.clientX, y: event.clientY, far: false, pointer: event.pointerId }
    },
    onPointerMove: (event: PointerEvent): void => {
      const from = drag.current
      if (!from || event.buttons === 0 || from.pointer !== event.pointerId) return
      const [x, y] = [event.clientX - from.x, event.clientY - from.y]
      if (!from.far && Math.hypot(x, y) < trembling) return
      if (!from.far) event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { ...from, x: event.clientX, y: event.clientY, far: true }
      onMove(panned(view, x, y))
    },
    onClickCapture: (event: MouseEvent): void => {
      if (drag.current?.far) event.stopPropagation()
      drag.current = undefined
    },
  }
}

function moveOf(key: string, view: MapView): MapView | 'fit' | undefined {
  switch (key) {
    case 'ArrowLeft':
      return panned(view, step, 0)
    case 'ArrowRight':
      return panned(view, -step, 0)
    case 'ArrowUp':
      return panned(view, 0, step)
    case 'ArrowDown':
      return panned(view, 0, -step)
    case '+':
    case '=':
      return zoomed(view, 1.3)
    case '-':
      return zoomed(view, 1 / 1.3)
    case '0':
      return 'fit'
    default:
      return undefined
  }
}
