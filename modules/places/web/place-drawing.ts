import type { PlaceMap } from '../contract.ts'
import type { Position } from './map-shape.ts'
import { type MapView, toScreen } from './map-view.ts'

export type DrawnShape = {
  readonly areaId: number
  readonly name: string
  readonly rings: readonly (readonly Position[])[]
}

const step = 100_000

/** The outlines of the answer in degrees again. */
export const shapesOf = ({ origin, shapes }: PlaceMap): DrawnShape[] =>
  shapes.map(({ areaId, name, rings }) => ({
    areaId,
    name,
    rings: rings.map((line) => {
      let [x, y] = [0, 0]
      const points: Position[] = []
      for (let index = 0; index + 1 < line.length; index += 2) {
        x += line[index] ?? 0
        y += line[index + 1] ?? 0
        points.push([origin.lon + x / step, origin.lat + y / step])
      }
      return points
    }),
  }))

type Scene = { map: PlaceMap; shapes: readonly DrawnShape[]; view: MapView; chosen: Position | undefined }

/** Draws the scene in the colours of the page, sharp on every screen. */
export function drawPlaces(canvas: HTMLCanvasElement, { map, shapes, view, chosen }: Scene): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  const sharp = window.devicePixelRatio || 1
  canvas.width = view.width * sharp
  canvas.height = view.height * sharp
  pen.scale(sharp, sharp)
  const style = getComputedStyle(canvas)
  const colour = (name: string): string => style.getPropertyValue(name).trim()
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.strokeStyle = colour('--primary')
  pen.fillStyle = colour('--paper')
  for (const { rings } of shapes) {
    pen.beginPath()
    for (const ring of rings) for (const at of ring) pen.lineTo(...toScreen(view, at))
    pen.closePath()
    pen.fill()
    pen.stroke()
  }
  pen.fillStyle = colour('--second')
  pen.font = `13px ${style.fontFamily}`
  for (const { name, point } of map.buildings) {
    const [x, y] = toScreen(view, [point.lon, point.lat])
    pen.beginPath()
    pen.arc(x, y, 4, 0, 7)
    pen.fill()
    if (view.scale > 0.6) pen.fillText(name, x, y + 14)
  }
  drawCross(pen, [view.width / 2, view.height / 2], colour('--second'))
  if (!chosen) return
  const [x, y] = toScreen(view, chosen)
  pen.fillStyle = colour('--late')
  pen.beginPath()
  pen.arc(x, y, 8, 0, 7)
  pen.fill()
}

function drawCross(pen: CanvasRenderingContext2D, [x, y]: readonly [number, number], colour: string): void {
  pen.strokeStyle = colour
  pen.beginPath()
  pen.moveTo(x - 9, y)
  pen.lineTo(x + 9, y)
  pen.moveTo(x, y - 9)
  pen.lineTo(x, y + 9)
  pen.stroke()
}
