import {
  COMMUNITIES,
  type CommunityPlan,
  DISTRICT_BLOCK,
  type GridPlan,
  type QuarterPlan,
  STREETS,
  UNITS,
} from './area-plan.ts'
import { blockCentre, blockShape, houseShapes, type Polygon, type Position } from './area-shapes.ts'

export type SeedAreaKind =
  | 'district'
  | 'street'
  | 'community'
  | 'quarter'
  | 'grid'
  | 'micro_grid'
  | 'building'
  | 'unit'

export type SeedArea = {
  key: string
  parent: string | null
  kind: SeedAreaKind
  /** 12-digit statistical division code; only for district, street and community. */
  code: string | null
  name: string
  /** The name as people say it without seeing the tree: 滨河花园3号楼. */
  fullName: string
  communityType: 'old' | 'commercial' | 'work_unit' | 'village_turned' | null
  gridKind: 'community' | 'rural' | 'dedicated' | null
  /** WGS-84 GeoJSON; null for micro-grids and units. */
  boundary: Polygon | null
  centre: Position
}

type Own = Pick<SeedArea, 'key' | 'parent' | 'kind' | 'name' | 'centre'> & Partial<SeedArea>
const area = (own: Own): SeedArea => ({
  code: null,
  fullName: own.name,
  communityType: null,
  gridKind: null,
  boundary: null,
  ...own,
})

/** The invented district 锦河区, parents always before children. */
export function seedAreas(): SeedArea[] {
  const district = area({
    key: 'jinhe',
    parent: null,
    kind: 'district',
    code: '419900000000',
    name: '锦河区',
    boundary: blockShape(DISTRICT_BLOCK),
    centre: blockCentre(DISTRICT_BLOCK),
  })
  const streets = STREETS.map(({ block: place, ...street }) =>
    area({
      ...street,
      parent: 'jinhe',
      kind: 'street',
      boundary: blockShape(place),
      centre: blockCentre(place),
    }),
  )
  return [district, ...streets, ...COMMUNITIES.flatMap(communityAreas)]
}

function communityAreas(plan: CommunityPlan): SeedArea[] {
  const { key, street, code, name, communityType } = plan
  const own = { boundary: blockShape(plan.block), centre: blockCentre(plan.block) }
  const community = area({ key, parent: street, kind: 'community', code, name, communityType, ...own })
  const quarters = plan.quarters.flatMap((quarter) => quarterAreas(quarter, key))
  const prefix = name.replace('社区', '')
  const loose = plan.grids.flatMap((each) =>
    gridAreas(each, key, { key: each.key, name: prefix, word: '号楼', from: 1 }),
  )
  return [community, ...quarters, ...numberOn(loose, prefix)]
}

// Grids without a quarter count their buildings through the whole community, as the plates on the walls do.
function numberOn(areas: SeedArea[], prefix: string): SeedArea[] {
  let number = 0
  return areas.map((each) => {
    if (each.kind !== 'building') return each
    number += 1
    return { ...each, name: `${number}号楼`, fullName: `${prefix}社区${number}号楼` }
  })
}

function quarterAreas(plan: QuarterPlan, community: string): SeedArea[] {
  const { key, name } = plan
  const own = { boundary: blockShape(plan.block), centre: blockCentre(plan.block) }
  const areas = [area({ key, parent: community, kind: 'quarter', name, ...own })]
  let from = 1
  for (const each of plan.grids) {
    areas.push(...gridAreas(each, key, { key, name, word: plan.buildingWord, from }))
    from += each.buildings
  }
  return areas
}

type Numbering = { key: string; name: string; word: string; from: number }

function gridAreas(plan: GridPlan, parent: string, numbering: Numbering): SeedArea[] {
  const { key, name, gridKind } = plan
  const boundary = blockShape(plan.block)
  const centre = blockCentre(plan.block)
  const areas = [area({ key, parent, kind: 'grid', name, gridKind, boundary, centre })]
  const houses = houseShapes(plan.block, plan.buildings)
  const courtyardOf = (at: number) => Math.floor((at * plan.courtyards) / plan.buildings) + 1
  for (let courtyard = 1; courtyard <= plan.courtyards; courtyard += 1) {
    const first = houses.find((_, at) => courtyardOf(at) === courtyard)
    const own = {
      name: `${courtyard}号院`,
      fullName: `${name}${courtyard}号院`,
      centre: first?.centre ?? centre,
    }
    areas.push(area({ key: `${key}-m${courtyard}`, parent: key, kind: 'micro_grid', ...own }))
  }
  for (const [at, house] of houses.entries()) {
    const under = plan.courtyards > 0 ? `${key}-m${courtyardOf(at)}` : key
    areas.push(...buildingAreas(numbering, numbering.from + at, { ...house, under }))
  }
  return areas
}

function buildingAreas(
  numbering: Numbering,
  number: number,
  house: { shape: Polygon; centre: Position; under: string },
) {
  const label = numbering.word === '座' ? String.fromCodePoint(64 + number) : String(number)
  const name = `${label}${numbering.word}`
  const fullName = `${numbering.name}${name}`
  const key = `${numbering.key}-${number}`
  const own = { centre: house.centre }
  const building = area({
    key,
    parent: house.under,
    kind: 'building',
    name,
    fullName,
    boundary: house.shape,
    ...own,
  })
  const units = Array.from({ length: UNITS[key] ?? 0 }, (_, at) =>
    area({
      key: `${key}-u${at + 1}`,
      parent: key,
      kind: 'unit',
      name: `${at + 1}单元`,
      fullName: `${fullName}${at + 1}单元`,
      ...own,
    }),
  )
  return [building, ...units]
}
