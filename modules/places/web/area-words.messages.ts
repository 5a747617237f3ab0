const zh = {
  kinds: {
    district: '区',
    street: '街道',
    community: '社区',
    quarter: '小区',
    grid: '网格',
    micro_grid: '微网格',
    building: '楼栋',
    unit: '单元',
  },
  communityTypes: { old: '老旧小区', commercial: '商品房', work_unit: '单位型', village_turned: '村改居' },
  gridKinds: { community: '社区网格', rural: '农村网格', dedicated: '专属网格' },
  loading: '正在加载…',
  failed: '没能加载，点这里再试',
  choose: '选择区域',
  below: (count: number) => `下级 ${count} 个`,
}

const en: typeof zh = {
  kinds: {
    district: 'District',
    street: 'Street',
    community: 'Community',
    quarter: 'Quarter',
    grid: 'Grid',
    micro_grid: 'Micro-grid',
    building: 'Building',
    unit: 'Unit',
  },
  communityTypes: {
    old: 'Old housing',
    commercial: 'Commercial housing',
    work_unit: 'Work-unit housing',
    village_turned: 'Former village',
  },
  gridKinds: { community: 'Community grid', rural: 'Rural grid', dedicated: 'Dedicated grid' },
  loading: 'Loading…',
  failed: 'Could not load. Click to try again',
  choose: 'Choose an area',
  below: (count) => `${count} below`,
}

/** What kinds and types of area are called. */
export const areaWords = { zh, en }
