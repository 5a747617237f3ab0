import { type Role, roles } from '../contract.ts'

/** What offices write in their lists for each post; the first is what our own screens say. */
const written: Record<Role, readonly string[]> = {
  household_contact: ['中心户', '党员中心户', 'household contact', 'central household'],
  unit_leader: ['单元长', '单元组长', 'unit leader'],
  building_leader: ['楼栋长', '楼长', '楼组长', 'building leader'],
  courtyard_leader: ['庭院长', '院长', 'courtyard leader'],
  party_group_leader: ['党小组长', 'party group leader'],
  grid_helper: ['兼职网格员', '网格协管员', 'part-time grid worker', 'grid helper'],
  grid_worker: ['网格员', '专职网格员', 'grid worker', 'full-time grid worker'],
  grid_leader: ['网格长', 'grid leader'],
  community_clerk: ['社区工作人员', '社区工作者', '社工', 'community staff', 'community clerk'],
  community_secretary: ['社区书记', '社区党委书记', 'community secretary'],
  deputy_secretary: ['专职副书记', '社区专职副书记', 'full-time deputy secretary'],
  committee_member: ['专职委员', '社区专职委员', 'full-time committee member'],
  street_staff: ['街道工作人员', '街道干部', 'street office staff', 'street staff'],
  street_leader: ['街道负责人', '街道领导', 'street office leader', 'street leader'],
  district_staff: ['区级工作人员', 'district staff'],
  district_admin: [
    '系统管理员',
    '区级管理员',
    '管理员',
    'system administrator',
    'district administrator',
    'district admin',
  ],
  security_admin: ['安全管理员', '安全保密管理员', 'security administrator', 'security admin'],
  auditor: ['审计管理员', '安全审计员', '审计员', 'auditor', 'audit administrator'],
  department_staff: ['部门工作人员', '职能部门人员', 'department staff'],
}

const byWord = new Map<string, Role>(
  roles.flatMap((role) => [role, ...written[role]].map((word): [string, Role] => [word, role])),
)

/** The role a sheet means, in Chinese or English. */
export const roleOfWord = (word: string): Role | undefined => byWord.get(word.normalize('NFKC').toLowerCase())

/** What the role is called in a language; itself when there is no such role any more. */
export function roleName(role: string, language: 'zh' | 'en'): string {
  const known = roles.find((each) => each === role)
  if (!known) return role
  if (language === 'zh') return roleWord(known)
  return written[known].find((word) => /^[a-z]/.test(word)) ?? role
}

/** What the role is called in a message. */
export const roleWord = (role: Role): string => written[role][0] ?? role
