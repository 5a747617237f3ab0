import type { Messages } from '#kernel/web/messages.ts'
import type { Role } from '../contract.ts'

const zh: Record<Role, string> = {
  household_contact: '中心户',
  unit_leader: '单元长',
  building_leader: '楼栋长',
  courtyard_leader: '庭院长',
  party_group_leader: '党小组长',
  grid_helper: '兼职网格员',
  grid_worker: '网格员',
  grid_leader: '网格长',
  community_clerk: '社区工作人员',
  community_secretary: '社区书记',
  deputy_secretary: '专职副书记',
  committee_member: '专职委员',
  street_staff: '街道工作人员',
  street_leader: '街道负责人',
  district_staff: '区级工作人员',
  district_admin: '系统管理员',
  security_admin: '安全管理员',
  auditor: '审计管理员',
  department_staff: '部门工作人员',
}

const en: typeof zh = {
  household_contact: 'Household contact',
  unit_leader: 'Unit leader',
  building_leader: 'Building leader',
  courtyard_leader: 'Courtyard leader',
  party_group_leader: 'Party group leader',
  grid_helper: 'Part-time grid worker',
  grid_worker: 'Grid worker',
  grid_leader: 'Grid leader',
  community_clerk: 'Community staff',
  community_secretary: 'Community secretary',
  deputy_secretary: 'Full-time deputy secretary',
  committee_member: 'Full-time committee member',
  street_staff: 'Street office staff',
  street_leader: 'Street office leader',
  district_staff: 'District staff',
  district_admin: 'System administrator',
  security_admin: 'Security administrator',
  auditor: 'Auditor',
  department_staff: 'Department staff',
}

/** What each role is called on every screen. */
export const roleWords: Messages<Record<Role, string>> = { zh, en }
