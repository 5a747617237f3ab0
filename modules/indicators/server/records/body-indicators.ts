import { both, counting, part, type RecordIndicator, registered } from './declaring-records.ts'
import { estates, grids } from './place-indicators.ts'
import * as sets from './sets.ts'

const body = counting('bodies', 'day', registered)
const post = counting('posts', 'day', registered)

/** What there is of organisations, as of a day. */
export const bodies: RecordIndicator[] = [
  body({
    key: 'organisation_levels',
    zh: '组织体系层级',
    en: 'Levels of organisation',
    rows: sets.organisationLevels,
    counted: 'level',
    words: both(
      '有党组织的各级区域，加上中心户',
      'kinds of area with a party organisation, and household contacts',
    ),
  }),
  body({
    key: 'estate_branches_total',
    zh: '小区党支部',
    en: 'Estate branches',
    rows: sets.ofForm('estate_branch'),
    counted: 'body',
  }),
  {
    ...body({
      key: 'estate_branch_coverage',
      zh: '小区党支部覆盖率',
      en: 'Estates with a branch',
      rows: sets.coveredAreas('quarter', ['estate_branch']),
      counted: 'place',
      words: both('有小区党支部、或由它覆盖的小区', 'estates with an estate branch, or covered by one'),
    }),
    unit: 'share',
    better: 'more',
    denominator: part(estates, '全部小区', 'all estates'),
  },
  body({
    key: 'courtyard_branches',
    zh: '楼院党支部',
    en: 'Courtyard branches',
    rows: sets.ofForm('courtyard_branch'),
    counted: 'body',
  }),
  body({
    key: 'building_party_groups',
    zh: '楼栋党小组',
    en: 'Building groups',
    rows: sets.ofForm('building_group'),
    counted: 'body',
  }),
  body({
    key: 'property_firm_party_organisations',
    zh: '物业企业党组织',
    en: 'Branches in property firms',
    rows: sets.ofForm('firm_branch'),
    counted: 'body',
  }),
  body({
    key: 'subdistrict_party_organisations',
    zh: '街道下设党组织',
    en: 'Directly under the street',
    rows: sets.underStreets,
    counted: 'body',
    words: both('上级是街道党组织的党组织', 'party organisations whose one above is the street’s'),
  }),
  body({
    key: 'owners_and_self_management_committees',
    zh: '业委会和自管会',
    en: 'Owners’ and self-management committees',
    rows: sets.ofForm('owners', 'self_management'),
    counted: 'body',
  }),
  body({
    key: 'owners_committees_formed',
    zh: '依法选出的业委会',
    en: 'Owners’ committees formed',
    rows: sets.formationsFiled,
    counted: 'body',
    words: both('筹建后已备案的', 'formations filed'),
  }),
  body({
    key: 'red_property_firms',
    zh: '红色物业',
    en: 'Red property firms',
    rows: sets.redPropertyFirms,
    counted: 'body',
  }),
  body({
    key: 'red_owners_committees',
    zh: '红色业委会',
    en: 'Red owners’ committees',
    rows: sets.redOfForm('owners'),
    counted: 'body',
  }),
  body({
    key: 'red_property_management_committees',
    zh: '红色物管会',
    en: 'Red property-management committees',
    rows: sets.redOfForm('property_management'),
    counted: 'body',
  }),
  body({
    key: 'three_self_groups',
    zh: '“三自”组织',
    en: 'Resident groups',
    rows: sets.ofForm('self_governing', 'self_entertaining', 'volunteer'),
    counted: 'body',
  }),
  body({
    key: 'mediation_rooms',
    zh: '调解室',
    en: 'Mediation rooms',
    rows: sets.ofForm('mediation_room'),
    counted: 'body',
  }),
  body({
    key: 'joint_conference_departments',
    zh: '联席会议部门',
    en: 'Departments of the joint conference',
    rows: sets.conferenceDepartments,
    counted: 'body',
  }),
]

/** Who holds which posts, as of a day. */
export const staffing: RecordIndicator[] = [
  post({
    key: 'lead_post_kinds',
    zh: '“五长”岗位',
    en: 'Kinds of lead post',
    rows: sets.rolesHeld(
      'party_group_leader',
      'grid_leader',
      'courtyard_leader',
      'building_leader',
      'unit_leader',
    ),
    counted: 'kind',
    words: both(
      '党小组长、网格长、庭院长、楼栋长、单元长里有人担任的',
      'of party group, grid, courtyard, building and unit leaders, the kinds that are held',
    ),
  }),
  post({
    key: 'grid_leads',
    zh: '网格长',
    en: 'Grid leaders',
    rows: sets.posts('grid_leader'),
    counted: 'person',
  }),
  post({
    key: 'grid_workers_full_time',
    zh: '专职网格员',
    en: 'Full-time grid workers',
    rows: sets.posts('grid_worker'),
    counted: 'person',
  }),
  {
    ...post({
      key: 'full_time_workers_per_grid',
      zh: '每个网格的专职网格员',
      en: 'Full-time workers per grid',
      rows: sets.posts('grid_worker'),
      counted: 'person',
    }),
    unit: 'ratio',
    better: 'more',
    denominator: part(grids, '全部网格', 'all grids'),
  },
  post({
    key: 'grid_workers_part_time',
    zh: '兼职网格员',
    en: 'Part-time grid workers',
    rows: sets.posts('grid_helper'),
    counted: 'person',
  }),
  post({
    key: 'building_captains',
    zh: '楼栋长',
    en: 'Building leaders',
    rows: sets.posts('building_leader'),
    counted: 'person',
  }),
  post({
    key: 'full_time_community_officers',
    zh: '专职副书记和专职委员',
    en: 'Full-time deputy secretaries and members',
    rows: sets.posts('deputy_secretary', 'committee_member'),
    counted: 'person',
  }),
]
