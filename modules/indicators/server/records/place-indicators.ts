import { both, counting, type RecordIndicator, registered } from './declaring-records.ts'
import * as sets from './sets.ts'

const place = counting('places', 'day', registered)

export const estates = sets.areasOfKind('quarter')
export const grids = sets.areasOfKind('grid')
const communityOf = (type: string): sets.RecordSet =>
  sets.areas(`t.kind = 'community' and t.community_type = '${type}'`)
const gridOf = (kind: string): sets.RecordSet => sets.areas(`t.kind = 'grid' and t.grid_kind = '${kind}'`)

/** What there is of areas, as of a day. */
export const places: RecordIndicator[] = [
  place({
    key: 'villages_communities_total',
    zh: '村和社区',
    en: 'Villages and communities',
    rows: sets.areasOfKind('community'),
    counted: 'place',
  }),
  place({
    key: 'communities_old',
    zh: '老旧社区',
    en: 'Old communities',
    rows: communityOf('old'),
    counted: 'place',
  }),
  place({
    key: 'communities_commercial_housing',
    zh: '商品房社区',
    en: 'Commercial-housing communities',
    rows: communityOf('commercial'),
    counted: 'place',
  }),
  place({
    key: 'communities_work_unit',
    zh: '单位型社区',
    en: 'Work-unit communities',
    rows: communityOf('work_unit'),
    counted: 'place',
  }),
  place({
    key: 'communities_village_turned',
    zh: '村改居社区',
    en: 'Village-turned communities',
    rows: communityOf('village_turned'),
    counted: 'place',
  }),
  place({ key: 'estates_total', zh: '小区', en: 'Estates', rows: estates, counted: 'place' }),
  place({ key: 'grids_total', zh: '网格', en: 'Grids', rows: grids, counted: 'place' }),
  place({
    key: 'grids_community',
    zh: '社区网格',
    en: 'Community grids',
    rows: gridOf('community'),
    counted: 'place',
  }),
  place({ key: 'grids_rural', zh: '农村网格', en: 'Rural grids', rows: gridOf('rural'), counted: 'place' }),
  place({
    key: 'grids_dedicated',
    zh: '专属网格',
    en: 'Dedicated grids',
    rows: gridOf('dedicated'),
    counted: 'place',
  }),
  place({
    key: 'micro_grids_total',
    zh: '微网格',
    en: 'Micro-grids',
    rows: sets.areasOfKind('micro_grid'),
    counted: 'place',
  }),
  place({
    key: 'branch_grids',
    zh: '党支部网格',
    en: 'Branch grids',
    rows: sets.coveredAreas('grid'),
    counted: 'place',
    words: both('有党组织、或由党组织覆盖的网格', 'grids with a party organisation, or covered by one'),
  }),
]
