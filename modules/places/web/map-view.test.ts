import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitted, panned, scaleBar, toPlace, toScreen, zoomed } from './map-view.ts'

const box = { west: 113.23, south: 35.23, east: 113.25, north: 35.25 }
const view = fitted(box, 800, 500)

describe('a map view', () => {
  it('fits a box into the frame, north up and true to length', () => {
    const [left, top] = toScreen(view, [box.west, box.north])
    const [right, bottom] = toScreen(view, [box.east, box.south])
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(23.9)
    expect(right).toBeLessThanOrEqual(776.1)
    expect(bottom).toBeLessThanOrEqual(476.1)
    expect((bottom - top) / (right - left)).toBeCloseTo(1 / Math.cos((35.24 * Math.PI) / 180), 2)
  })

  it('goes from place to pixel and back, also after moving and zooming', () => {
    const pixel = fc.integer({ min: 0, max: 800 })
    fc.assert(
      fc.property(pixel, pixel, fc.double({ min: 0.2, max: 5, noNaN: true }), (x, y, factor) => {
        const other = panned(zoomed(view, factor, [x, y]), 30, -20)
        const [backX, backY] = toScreen(other, toPlace(other, [x, y]))
        expect(backX).toBeCloseTo(x, 6)
        expect(backY).toBeCloseTo(y, 6)
        // What was under the finger stays under it.
        const [lon, lat] = toPlace(zoomed(view, factor, [x, y]), [x, y])
        expect(lon).toBeCloseTo(toPlace(view, [x, y])[0], 9)
        expect(lat).toBeCloseTo(toPlace(view, [x, y])[1], 9)
      }),
    )
  })

  it('has a bar of a round length', () => {
    expect(scaleBar({ ...view, scale: 1 })).toEqual({ metres: 100, pixels: 100 })
    expect(scaleBar({ ...view, scale: 0.1 })).toEqual({ metres: 1000, pixels: 100 })
    expect(scaleBar({ ...view, scale: 0.5 })).toEqual({ metres: 200, pixels: 100 })
  })
})
