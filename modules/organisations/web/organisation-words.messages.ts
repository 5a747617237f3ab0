import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  kinds: {
    party: '党组织',
    department: '职能部门',
    community_committee: '社区居委会',
    partner: '共建单位',
    property_company: '物业公司',
    owners_committee: '业主委员会',
    self_governing_group: '自治组织',
    social_organisation: '社会组织',
    merchant: '爱心商家',
    enterprise: '企业',
    institution: '事业单位',
  },
  forms: {
    estate_branch: '小区党支部',
    courtyard_branch: '楼院党支部',
    grid_branch: '网格党支部',
    building_group: '楼栋党小组',
    firm_branch: '物业企业党组织',
    owners: '业主委员会',
    self_management: '自管会',
    property_management: '物管会',
    self_governing: '自我管理',
    self_entertaining: '自娱自乐',
    volunteer: '志愿服务',
    mediation_room: '调解室',
  },
}

const en: typeof zh = {
  kinds: {
    party: 'Party organisation',
    department: 'Department',
    community_committee: 'Community committee',
    partner: 'Partner unit',
    property_company: 'Property company',
    owners_committee: 'Owners’ committee',
    self_governing_group: 'Self-governing group',
    social_organisation: 'Social organisation',
    merchant: 'Merchant',
    enterprise: 'Enterprise',
    institution: 'Institution',
  },
  forms: {
    estate_branch: 'Estate branch',
    courtyard_branch: 'Courtyard branch',
    grid_branch: 'Grid branch',
    building_group: 'Building group',
    firm_branch: 'Branch in a property firm',
    owners: 'Owners’ committee',
    self_management: 'Self-management committee',
    property_management: 'Property-management committee',
    self_governing: 'Self-governing',
    self_entertaining: 'Self-entertaining',
    volunteer: 'Volunteer',
    mediation_room: 'Mediation room',
  },
}

/** What each kind and form is called on every screen. */
export const organisationWords: Messages<typeof zh> = { zh, en }
