import { describe, expect, it } from 'vitest'
import { byGravity, densityStep, type GridOnMap, gridsNow, neighbourOf } from './grid-on-map.ts'

const square = (west: number, south: number): GridOnMap['boundary'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 1, south],
      [west + 1, south + 1],
      [west, south + 1],
      [west, south],
    ],
  ],
})
const shape = (areaId: number, west: number, south: number, households?: number) => ({
  areaId,
  name: `第${areaId}网格`,
  communityName: '滨溪社区',
  boundary: square(west, south),
  ...(households && { households }),
})
const now = (areaId: number, state: GridOnMap['now']['state'], open: number) => ({
  areaId,
  state,
  open,
  yellow: 0,
  red: state === 'red' ? 1 : 0,
  supervised: 0,
})
// Two by two, and one far to the east.
const shapes = [
  shape(1, 0, 0, 200),
  shape(2, 1, 0, 100),
  shape(3, 0, 1),
  shape(4, 1, 1, 400),
  shape(5, 9, 0, 300),
]
const grids = gridsNow(shapes, [now(1, 'calm', 0), now(2, 'red', 4), now(4, 'yellow', 4)])

describe('the grids of a map', () => {
  it('are calm where nothing is said of them, and the gravest come first', () => {
    expect(grids.find(({ areaId }) => areaId === 5)?.now.state).toBe('calm')
    expect(
      byGravity(grids)
        .map(({ areaId }) => areaId)
        .slice(0, 2),
    ).toEqual([2, 4])
  })

  it('are reached by the arrow keys, and the map has an end', () => {
    const [first] = grids
    if (!first) throw new Error('no grid')
    expect(neighbourOf(grids, first, 'ArrowRight')?.areaId).toBe(2)
    expect(neighbourOf(grids, first, 'ArrowUp')?.areaId).toBe(3)
    expect(neighbourOf(grids, first, 'ArrowLeft')).toBeUndefined()
    expect(neighbourOf(grids, first, 'Enter')).toBeUndefined()
  })

  it('are shaded by how much is open for a hundred households, where those are known', () => {
    const most = 4
    expect(grids.map((grid) => densityStep(grid, most))).toEqual([0, 5, undefined, 2, 0])
  })
})
