import { type AccessCases, administratorOf } from '#testing/access-case.ts'
import type { World } from '#testing/world.ts'
import type * as contract from '../contract.ts'

const clerks = (world: World) => ({ inside: world.person('chenjing'), outside: world.person('kongwei') })
const administrators = async (world: World) => ({
  inside: world.person('sunli'),
  outside: await administratorOf(world, 'xuefu'),
})
const binxi = (world: World) => ({ areaId: world.area('binxi') })

/** A small square inside the seventh grid of 滨溪. */
const shapeFile = (world: World) => {
  const [west, south, east, north] = [113.2412, 35.2365, 113.2418, 35.237]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const feature = {
    type: 'Feature',
    id: world.area('binxi-g7'),
    properties: {},
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
  return { name: 'grids.geojson', bytes: Buffer.from(JSON.stringify(feature)) }
}

export const accessCases = {
  listAreas: async (world) => ({ ...clerks(world), input: { query: { parent: world.area('binxi') } } }),
  readArea: async (world) => ({ ...clerks(world), input: { params: binxi(world) } }),
  readShapes: async (world) => ({ ...clerks(world), input: { params: binxi(world) } }),
  readLineage: async (world) => ({ ...clerks(world), input: { params: binxi(world) } }),
  addArea: async (world) => ({
    ...(await administrators(world)),
    input: { body: { parentId: world.area('binxi'), kind: 'grid', name: '滨溪第八网格' } },
  }),
  changeArea: async (world) => ({
    ...(await administrators(world)),
    input: { params: { areaId: world.area('binxi-g2') }, body: { name: '滨溪第二网格（东）' } },
  }),
  endArea: async (world) => ({
    ...(await administrators(world)),
    input: { params: { areaId: world.area('binhe-3-u1') } },
  }),
  checkBoundaries: async (world) => ({
    ...(await administrators(world)),
    input: { params: binxi(world), query: { kind: 'grid' }, file: shapeFile(world) },
  }),
  importBoundaries: async (world) => ({
    ...(await administrators(world)),
    input: { params: binxi(world), query: { kind: 'grid' }, file: shapeFile(world) },
  }),
  exportBoundaries: async (world) => ({ ...clerks(world), input: { params: binxi(world) } }),
  listDoorCodes: async (world) => ({ ...clerks(world), input: { params: binxi(world) } }),
  makeDoorCode: async (world) => ({
    ...clerks(world),
    input: { params: binxi(world), body: { facility: '办事大厅' } },
  }),
  retireDoorCode: async (world) => ({
    ...clerks(world),
    input: { params: { areaId: world.area('binhe-5'), token: await world.doorOf('binhe-5') } },
  }),
} satisfies AccessCases<typeof contract>
