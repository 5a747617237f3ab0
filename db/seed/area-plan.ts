import type { Block } from './area-shapes.ts'

export type GridPlan = {
  key: string
  name: string
  gridKind: 'community' | 'rural' | 'dedicated'
  block: Block
  /** Courtyards of the grid; 0 puts the buildings directly under the grid. */
  courtyards: number
  buildings: number
}
export type QuarterPlan = { key: string; name: string; block: Block; buildingWord: string; grids: GridPlan[] }
export type CommunityPlan = {
  key: string
  street: string
  code: string
  name: string
  communityType: 'old' | 'commercial' | 'work_unit' | 'village_turned'
  block: Block
  quarters: QuarterPlan[]
  /** Grids that belong to no quarter. */
  grids: GridPlan[]
}

const block = (west: number, south: number, east: number, north: number): Block => ({
  west,
  south,
  east,
  north,
})
type GridSize = readonly [courtyards: number, buildings: number]
const grid = (key: string, name: string, place: Block, [courtyards, buildings]: GridSize): GridPlan => ({
  key,
  name,
  gridKind: 'community',
  block: place,
  courtyards,
  buildings,
})

export const STREETS = [
  { key: 'wenyuan', code: '419900001000', name: '文苑街道', block: block(0, 0, 12, 9) },
  { key: 'nanqiao', code: '419900002000', name: '南桥街道', block: block(0, -6, 12, 0) },
]

const BINXI_QUARTERS: QuarterPlan[] = [
  {
    key: 'binhe',
    name: '滨河花园',
    block: block(0, 0, 4, 4),
    buildingWord: '号楼',
    grids: [
      grid('binxi-g1', '滨溪第一网格', block(0, 0, 2, 4), [7, 10]),
      grid('binxi-g2', '滨溪第二网格', block(2, 0, 4, 4), [6, 9]),
    ],
  },
  {
    key: 'xipan',
    name: '溪畔雅居',
    block: block(0, 4, 4, 9),
    buildingWord: '号楼',
    grids: [
      grid('binxi-g3', '滨溪第三网格', block(0, 4, 4, 6), [6, 9]),
      grid('binxi-g4', '滨溪第四网格', block(0, 6, 4, 9), [6, 9]),
    ],
  },
  {
    key: 'xincheng',
    name: '文苑新城',
    block: block(4, 3, 7, 9),
    buildingWord: '号楼',
    grids: [
      grid('binxi-g5', '滨溪第五网格', block(4, 3, 7, 6), [7, 9]),
      grid('binxi-g6', '滨溪第六网格', block(4, 6, 7, 9), [7, 9]),
    ],
  },
  {
    key: 'centre',
    name: '锦河商务中心',
    block: block(4, 0, 7, 3),
    buildingWord: '座',
    grids: [
      { ...grid('binxi-g7', '滨溪第七网格（商务中心）', block(4, 0, 7, 3), [4, 5]), gridKind: 'dedicated' },
    ],
  },
]

export const COMMUNITIES: CommunityPlan[] = [
  {
    key: 'binxi',
    street: 'wenyuan',
    code: '419900001001',
    name: '滨溪社区',
    communityType: 'commercial',
    block: block(0, 0, 7, 9),
    quarters: BINXI_QUARTERS,
    grids: [],
  },
  {
    key: 'xuefu',
    street: 'wenyuan',
    code: '419900001002',
    name: '学府社区',
    communityType: 'work_unit',
    block: block(7, 0, 12, 5),
    quarters: [],
    grids: [
      grid('xuefu-g1', '学府第一网格', block(7, 0, 12, 3), [0, 4]),
      grid('xuefu-g2', '学府第二网格', block(7, 3, 12, 5), [0, 3]),
    ],
  },
  {
    key: 'wenchang',
    street: 'wenyuan',
    code: '419900001003',
    name: '文昌社区',
    communityType: 'old',
    block: block(7, 5, 12, 9),
    quarters: [],
    grids: [
      grid('wenchang-g1', '文昌第一网格', block(7, 5, 9, 9), [0, 3]),
      grid('wenchang-g2', '文昌第二网格', block(9, 5, 12, 9), [0, 3]),
    ],
  },
  {
    key: 'nanqiao-community',
    street: 'nanqiao',
    code: '419900002001',
    name: '南桥社区',
    communityType: 'old',
    block: block(0, -6, 6, 0),
    quarters: [],
    grids: [
      grid('nanqiao-g1', '南桥第一网格', block(0, -6, 2, 0), [0, 3]),
      grid('nanqiao-g2', '南桥第二网格', block(2, -6, 4, 0), [0, 3]),
      grid('nanqiao-g3', '南桥第三网格', block(4, -6, 6, 0), [0, 2]),
    ],
  },
  {
    key: 'qiaodong',
    street: 'nanqiao',
    code: '419900002002',
    name: '桥东社区',
    communityType: 'village_turned',
    block: block(6, -6, 12, 0),
    quarters: [],
    grids: [{ ...grid('qiaodong-g1', '桥东第一网格', block(6, -6, 12, 0), [0, 4]), gridKind: 'rural' }],
  },
]

export const DISTRICT_BLOCK = block(0, -6, 12, 9)
/** Buildings whose units are known one by one; all others stop at the building. */
export const UNITS: Record<string, number> = {
  'binhe-1': 3,
  'binhe-3': 4,
  'binhe-5': 3,
  'xipan-2': 2,
  'xipan-6': 3,
  'xincheng-1': 4,
  'xincheng-12': 2,
}
