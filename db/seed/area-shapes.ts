import { chance } from './random.ts'

export type Position = [longitude: number, latitude: number]
export type Polygon = { type: 'Polygon'; coordinates: Position[][] }

/** A block of lattice cells, 100 m each: `west`..`east` and `south`..`north` are lattice lines. */
export type Block = { west: number; south: number; east: number; north: number }

const ORIGIN: Position = [113.236, 35.236]
const CELL_METRES = 100
const JITTER_METRES = 12
const METRES_PER_DEGREE = 111_320

// Neighbours share their bent lattice points, so blocks that touch on the lattice touch on the map: no gap, no overlap.
function latticePoint(column: number, row: number): Position {
  const bend = chance(`lattice ${column} ${row}`)
  const sideways = (bend.next() - 0.5) * 2 * JITTER_METRES
  const upwards = (bend.next() - 0.5) * 2 * JITTER_METRES
  return fromMetres(column * CELL_METRES + sideways, row * CELL_METRES + upwards)
}

function fromMetres(east: number, north: number): Position {
  const latitude = ORIGIN[1] + north / METRES_PER_DEGREE
  const longitude = ORIGIN[0] + east / (METRES_PER_DEGREE * Math.cos((ORIGIN[1] * Math.PI) / 180))
  return [Number(longitude.toFixed(7)), Number(latitude.toFixed(7))]
}

/** The outline of a block, counter-clockwise and closed, through every lattice point on its edge. */
export function blockShape({ west, south, east, north }: Block): Polygon {
  const ring: Position[] = []
  for (let column = west; column < east; column += 1) ring.push(latticePoint(column, south))
  for (let row = south; row < north; row += 1) ring.push(latticePoint(east, row))
  for (let column = east; column > west; column -= 1) ring.push(latticePoint(column, north))
  for (let row = north; row > south; row -= 1) ring.push(latticePoint(west, row))
  ring.push(latticePoint(west, south))
  return { type: 'Polygon', coordinates: [ring] }
}

export function blockCentre({ west, south, east, north }: Block): Position {
  return fromMetres(((west + east) / 2) * CELL_METRES, ((south + north) / 2) * CELL_METRES)
}

const HOUSE = { width: 40, depth: 14 }
const MARGIN = { sideways: 40, upwards: 30 }

/** `count` house boxes in rows inside the block, all clear of its bent edges and of each other. */
export function houseShapes(block: Block, count: number): { shape: Polygon; centre: Position }[] {
  const width = (block.east - block.west) * CELL_METRES - 2 * MARGIN.sideways
  const height = (block.north - block.south) * CELL_METRES - 2 * MARGIN.upwards
  const columns = Math.max(1, Math.min(count, Math.floor(width / (HOUSE.width + 15)) + 1))
  const rows = Math.ceil(count / columns)
  return Array.from({ length: count }, (_, at) => {
    const column = at % columns
    const row = Math.floor(at / columns)
    const east =
      block.west * CELL_METRES +
      MARGIN.sideways +
      (columns > 1 ? (width * column) / (columns - 1) : width / 2)
    const north =
      block.south * CELL_METRES + MARGIN.upwards + (rows > 1 ? (height * row) / (rows - 1) : height / 2)
    return { shape: houseShape(east, north), centre: fromMetres(east, north) }
  })
}

function houseShape(east: number, north: number): Polygon {
  const half = { width: HOUSE.width / 2, depth: HOUSE.depth / 2 }
  const corner = (sideways: number, upwards: number) =>
    fromMetres(east + sideways * half.width, north + upwards * half.depth)
  return {
    type: 'Polygon',
    coordinates: [[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]],
  }
}
