import type { OrganisationForm, TieKind } from '#modules/organisations/contract.ts'

export type SeedOrganisationKind =
  | 'committee'
  | 'department'
  | 'community_committee'
  | 'partner'
  | 'property_company'
  | 'owners_committee'
  | 'self_governing_group'
  | 'social_organisation'
  | 'merchant'
  | 'enterprise'
  | 'institution'

export type SeedOrganisation = {
  key: string
  kind: SeedOrganisationKind
  name: string
  /** Key of its home area. */
  area: string
  parent: string | null
  /** Unified social credit code with a valid check character, or null. */
  creditCode: string | null
  form: OrganisationForm | null
  /** One line of what it does for the residents. */
  about: string
}

type Line = [
  kind: SeedOrganisationKind,
  key: string,
  name: string,
  area: string,
  parent: string | null,
  creditCode: string | null,
  about: string,
]

/** Invented bodies; parents before children. */
const LINES: Line[] = [
  [
    'committee',
    'jinhe-committee',
    '锦河区委社会工作部',
    'jinhe',
    null,
    '1141990000584101XD',
    '统筹全区基层治理和网格工作。',
  ],
  [
    'committee',
    'wenyuan-committee',
    '文苑街道党工委',
    'wenyuan',
    'jinhe-committee',
    null,
    '街道的网格、接访和督办。',
  ],
  [
    'committee',
    'nanqiao-committee',
    '南桥街道党工委',
    'nanqiao',
    'jinhe-committee',
    null,
    '街道的网格、接访和督办。',
  ],
  [
    'committee',
    'binxi-committee',
    '滨溪社区党委',
    'binxi',
    'wenyuan-committee',
    null,
    '下设七个网格党支部。',
  ],
  [
    'committee',
    'binxi-branch-1',
    '滨溪第一网格党支部',
    'binxi-g1',
    'binxi-committee',
    null,
    '党员联户，带头走访。',
  ],
  ['committee', 'binhe-branch', '滨河花园党支部', 'binhe', 'binxi-committee', null, '支部建在小区。'],
  [
    'department',
    'chengguan',
    '锦河区城市管理局',
    'jinhe',
    null,
    '11419900005842338N',
    '路灯、井盖、油烟、私搭乱建。',
  ],
  [
    'department',
    'zhujian',
    '锦河区住房和城乡建设局',
    'jinhe',
    null,
    '11419900005843701U',
    '物业监管、维修资金、加装电梯、工地。',
  ],
  ['department', 'minzheng', '锦河区民政局', 'jinhe', null, '114199000058441819', '养老、救助、社区建设。'],
  ['department', 'xiaofang', '锦河区消防救援大队', 'jinhe', null, null, '消防通道、楼道充电的检查和宣传。'],
  [
    'community_committee',
    'binxi-residents',
    '滨溪社区居民委员会',
    'binxi',
    null,
    '54419900MF0910A29E',
    '接待、调解、办事大厅。',
  ],
  [
    'community_committee',
    'xuefu-residents',
    '学府社区居民委员会',
    'xuefu',
    null,
    null,
    '接待、调解、办事大厅。',
  ],
  [
    'property_company',
    'hexi-property',
    '和溪物业服务有限公司',
    'binxi',
    null,
    '91419900MA9G2KX116',
    '滨河花园、溪畔雅居的物业。',
  ],
  [
    'property_company',
    'ruian-property',
    '瑞安居物业管理有限公司',
    'binxi',
    null,
    '91419900MA9H7TQ367',
    '文苑新城和商务中心的物业。',
  ],
  [
    'owners_committee',
    'binhe-owners',
    '滨河花园业主委员会',
    'binhe',
    null,
    null,
    '代表业主跟物业谈事、管维修资金。',
  ],
  [
    'owners_committee',
    'xincheng-owners',
    '文苑新城业主委员会',
    'xincheng',
    null,
    null,
    '代表业主跟物业谈事、管维修资金。',
  ],
  [
    'self_governing_group',
    'xipan-courtyard',
    '溪畔雅居楼院自治小组',
    'xipan',
    'binxi-residents',
    null,
    '大家的院子大家商量着管。',
  ],
  ['committee', 'hexi-branch', '和溪物业党支部', 'binxi', 'binxi-committee', null, '物业里的党组织。'],
  [
    'owners_committee',
    'xipan-management',
    '溪畔雅居物管会',
    'xipan',
    'binxi-residents',
    null,
    '还没有业委会的院子，先由物管会管事。',
  ],
  [
    'self_governing_group',
    'binxi-chess',
    '滨溪棋友会',
    'binxi',
    'binxi-residents',
    null,
    '棋摊搬进了活动室。',
  ],
  [
    'social_organisation',
    'laozhou-room',
    '老周调解室',
    'binxi',
    'binxi-residents',
    null,
    '街坊信得过的调解室，双方自愿才来。',
  ],
  ['partner', 'mingtong-eye', '明瞳眼科医院', 'binxi', null, '91419900MA9F5RD862', '每月一次免费查视力。'],
  [
    'partner',
    'songhe-care',
    '松鹤长者照料中心',
    'binxi',
    null,
    '52419900MJG204175N',
    '助餐、日间照料、上门理发。',
  ],
  ['institution', 'city-tcm', '锦河中医院', 'jinhe', null, '1241990041730582XM', '养生小课堂、义诊。'],
  [
    'institution',
    'jinhe-college',
    '锦河师范学院青年志愿者协会',
    'jinhe',
    null,
    '124199004173061952',
    '寒暑假小课堂的老师。',
  ],
  ['partner', 'mozhou-books', '墨舟书店', 'centre', null, '91419900MA9K3LW682', '读书会、童书角。'],
  [
    'enterprise',
    'qingluan-culture',
    '青鸾文化传播有限公司',
    'centre',
    null,
    '91419900MA9L8PC007',
    '节日演出的灯光音响和布置。',
  ],
  [
    'enterprise',
    'yunfan-tech',
    '云帆软件有限公司',
    'centre',
    null,
    '91419900MA9N6EB72K',
    '零工驿站的用工单位。',
  ],
  [
    'social_organisation',
    'nuanxi-volunteers',
    '暖溪志愿服务队',
    'binxi',
    'binxi-residents',
    '52419900MJG20655X4',
    '助老、清洁、文明劝导。',
  ],
  [
    'social_organisation',
    'binxi-mediation',
    '滨溪社区人民调解委员会',
    'binxi',
    'binxi-residents',
    null,
    '双方都愿意，才坐下来调。',
  ],
  [
    'merchant',
    'laoli-breakfast',
    '老李早点铺',
    'binhe',
    null,
    '92419900MA9M1NH50T',
    '爱心商家：积分换豆浆油条。',
  ],
  [
    'merchant',
    'qinglan-laundry',
    '晴蓝洗衣店',
    'xipan',
    null,
    '92419900MA9M4UY2XN',
    '爱心商家：积分换洗衣券。',
  ],
]

const FORMS: Record<string, OrganisationForm> = {
  'binxi-branch-1': 'grid_branch',
  'binhe-branch': 'estate_branch',
  'hexi-branch': 'firm_branch',
  'binhe-owners': 'owners',
  'xincheng-owners': 'owners',
  'xipan-management': 'property_management',
  'xipan-courtyard': 'self_governing',
  'binxi-chess': 'self_entertaining',
  'laozhou-room': 'mediation_room',
}

/** What binds some of them: `area` is what is covered, or whose joint conference it is. */
export const SEED_TIES: readonly {
  organisation: string
  kind: TieKind
  area: string | null
  note: string
}[] = [
  { organisation: 'hexi-property', kind: 'covers', area: 'binhe', note: '' },
  { organisation: 'hexi-property', kind: 'covers', area: 'xipan', note: '' },
  { organisation: 'hexi-property', kind: 'red', area: null, note: '街道评议通过' },
  { organisation: 'ruian-property', kind: 'covers', area: 'xincheng', note: '' },
  { organisation: 'binhe-owners', kind: 'red', area: null, note: '街道评议通过' },
  { organisation: 'xipan-management', kind: 'red', area: null, note: '街道评议通过' },
  { organisation: 'chengguan', kind: 'conference', area: 'jinhe', note: '路灯、井盖、油烟' },
  { organisation: 'zhujian', kind: 'conference', area: 'jinhe', note: '物业、维修资金' },
  { organisation: 'minzheng', kind: 'conference', area: 'jinhe', note: '社区建设' },
]

export const SEED_ORGANISATIONS: readonly SeedOrganisation[] = LINES.map(
  ([kind, key, name, area, parent, creditCode, about]) => ({
    kind,
    key,
    name,
    area,
    parent,
    creditCode,
    about,
    form: FORMS[key] ?? null,
  }),
)
