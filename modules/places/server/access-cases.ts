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
  readDwellings: async (world) => ({
    ...clerks(world),
    input: { params: { areaId: world.area('binhe-3') } },
  }),
  setDwellings: async (world) => ({
    ...(await administrators(world)),
    input: { params: { areaId: world.area('binhe-3-u2') }, body: { floors: 6, rooms: 2 } },
  }),
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
  changeBaseMap: async (world) => ({
    inside: world.person('sunli'),
    outside: world.person('chenjing'),
    refused: 403,
    input: {
      body: {
        template: 'https://tiles.example/{z}/{x}/{y}.png',
        system: 'cgcs2000',
        note: '示例地图 审图号示例',
        deepest: 18,
      },
    },
  }),
  changePosterWords: async (world) => ({
    inside: world.person('sunli'),
    outside: world.person('chenjing'),
    refused: 403,
    input: { body: { heading: '', line: '服务热线 12345', from: '', showsWorker: true } },
  }),
  listDoorCodes: async (world) => ({ ...clerks(world), input: { params: binxi(world) } }),
  listPosters: async (world) => ({ ...clerks(world), input: { params: binxi(world), query: { limit: 5 } } }),
  previewMissingCodes: async (world) => ({
    ...clerks(world),
    input: { params: binxi(world), query: { kind: 'building', facility: '消防栓' } },
  }),
  makeMissingCodes: async (world) => ({
    ...clerks(world),
    input: {
      params: { areaId: world.area('binxi-g7') },
      body: { sets: [{ kind: 'building', facility: '电梯' }] },
    },
  }),
  makeDoorCode: async (world) => ({
    ...clerks(world),
    input: { params: binxi(world), body: { facility: '办事大厅' } },
  }),
  retireDoorCode: async (world) => ({
    ...clerks(world),
    input: { params: { areaId: world.area('binhe-5'), token: await world.doorOf('binhe-5') } },
  }),
} satisfies AccessCases<typeof contract>
