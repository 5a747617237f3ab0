export type SeedRole =
  | 'grid_leader'
  | 'grid_worker'
  | 'grid_helper'
  | 'courtyard_leader'
  | 'building_leader'
  | 'unit_leader'
  | 'party_group_leader'
  | 'community_secretary'
  | 'community_clerk'
  | 'street_leader'
  | 'street_staff'
  | 'district_staff'
  | 'district_admin'
  | 'security_admin'
  | 'auditor'
  | 'department_staff'

export type SeedPost = {
  role: SeedRole
  area: string
  /** Organisation key, where the post belongs to a body. */
  organisation: string | null
  /** What the notice on the wall says this person does. */
  duty: string
  fullTime: boolean
}

export type SeedPerson = {
  login: string
  name: string
  /** Work phone, only from the range that cannot be dialled (100 0000 xxxx). */
  phone: string
  posts: SeedPost[]
}

const DUTIES: Record<SeedRole, string> = {
  grid_leader: '网格第一责任人：带队走访，协调物业和共建单位，网格里解决不了的事由我往上报。',
  grid_worker: '每天在网格里走一圈：收大家反映的事，漏水、噪音、停车先上门，三天内给答复。',
  grid_helper: '兼职帮手：看见隐患拍一拍，帮忙传话、劝导，周末参加清洁日。',
  courtyard_leader: '管好一个院：门、灯、垃圾点、车棚，有事先在院里商量。',
  building_leader: '楼里的联络人：通知到户，收集意见，老人有事搭把手。',
  unit_leader: '单元的联络人：楼道灯、堆物、充电，看见就说一声。',
  party_group_leader: '带着党员联户走访，每人十到十五户，有难处带回来办。',
  community_secretary: '社区总负责：每周三上午在大厅接访，跨网格的事由我协调。',
  community_clerk: '社区办事员：派单、催办、回访，大厅窗口和电话都找我。',
  street_leader: '街道分管领导：督办超期的事，召集部门一起到场。',
  street_staff: '街道网格中心：社区办不了的事由我接，协调部门，七天内给说法。',
  district_staff: '区网格中心：看全区的办理情况，督办、分析、简报。',
  district_admin: '系统管理员：区划、门牌码、单位和运行参数的设置。',
  security_admin: '安全管理员：账号、岗位和登录规则，忘记密码、换手机都找我。',
  auditor: '审计管理员：查看审计记录，核对谁在什么时候做了什么。',
  department_staff: '部门联络员：接街道和社区转来的事，按时回话。',
}

const PART_TIME: ReadonlySet<SeedRole> = new Set<SeedRole>([
  'grid_helper',
  'courtyard_leader',
  'building_leader',
  'unit_leader',
  'party_group_leader',
])

type Line = [login: string, name: string, role: SeedRole, area: string, organisation?: string, duty?: string]

// Grid 6 of Binxi has no full-time worker on purpose: the gap must show, and its matters must find the leader.
const LINES: Line[] = [
  ['sunli', '孙莉', 'district_admin', 'jinhe', 'jinhe-committee'],
  ['zhouhang', '周航', 'district_staff', 'jinhe', 'jinhe-committee'],
  ['tangxue', '唐雪', 'district_staff', 'jinhe', 'jinhe-committee', '区网格中心：考评、指标和简报。'],
  [
    'hewei',
    '何伟',
    'department_staff',
    'jinhe',
    'chengguan',
    '区城管局联络员：路灯、井盖、油烟、私搭乱建，接单后五个工作日内回话。',
  ],
  [
    'luojian',
    '罗健',
    'department_staff',
    'jinhe',
    'zhujian',
    '区住建局联络员：物业监管、维修资金、加装电梯。',
  ],
  ['qiaomin', '乔敏', 'department_staff', 'jinhe', 'minzheng', '区民政局联络员：养老服务和临时救助。'],
  ['shaolei', '邵磊', 'department_staff', 'jinhe', 'xiaofang', '消防大队联络员：通道占用和楼道充电的检查。'],
  ['gaoyuan', '高远', 'street_leader', 'wenyuan', 'wenyuan-committee'],
  ['limin', '李敏', 'street_staff', 'wenyuan', 'wenyuan-committee'],
  [
    'fangting',
    '方婷',
    'street_staff',
    'wenyuan',
    'wenyuan-committee',
    '街道党群办：三张清单、共建单位和活动。',
  ],
  ['panhong', '潘虹', 'street_leader', 'nanqiao', 'nanqiao-committee'],
  ['duanfei', '段飞', 'street_staff', 'nanqiao', 'nanqiao-committee'],
  ['zhaojianguo', '赵建国', 'community_secretary', 'binxi', 'binxi-committee'],
  ['chenjing', '陈静', 'community_clerk', 'binxi', 'binxi-residents'],
  [
    'xurui',
    '徐蕊',
    'community_clerk',
    'binxi',
    'binxi-residents',
    '大厅综合窗口：社保、民政、医保预约办理，也帮着回访。',
  ],
  ['liangbo', '梁波', 'grid_leader', 'binxi-g1', 'binxi-residents'],
  ['wangfang', '王芳', 'grid_worker', 'binxi-g1', 'binxi-residents'],
  ['dengjie', '邓洁', 'grid_leader', 'binxi-g2', 'binxi-residents'],
  ['majun', '马军', 'grid_worker', 'binxi-g2', 'binxi-residents'],
  ['xiaoyan', '肖燕', 'grid_leader', 'binxi-g3', 'binxi-residents'],
  ['songtao', '宋涛', 'grid_worker', 'binxi-g3', 'binxi-residents'],
  ['jiangnan', '江楠', 'grid_leader', 'binxi-g4', 'binxi-residents'],
  ['houli', '侯丽', 'grid_worker', 'binxi-g4', 'binxi-residents'],
  ['yaoqiang', '姚强', 'grid_leader', 'binxi-g5', 'binxi-residents'],
  ['wuxiaomei', '吴小梅', 'grid_worker', 'binxi-g5', 'binxi-residents'],
  [
    'shenkai',
    '沈凯',
    'grid_leader',
    'binxi-g6',
    'binxi-residents',
    '网格长，专职网格员到岗前先由我接单上门。',
  ],
  [
    'luyao',
    '陆瑶',
    'grid_leader',
    'binxi-g7',
    'binxi-residents',
    '商务中心网格长：联系楼里的单位，收企业诉求。',
  ],
  [
    'hanlei',
    '韩磊',
    'grid_worker',
    'binxi-g7',
    'binxi-residents',
    '商务中心专职网格员：每周走访入驻单位，消防和用工的事先找我。',
  ],
  ['niuguifen', '牛桂芬', 'grid_helper', 'binxi-g1', 'nuanxi-volunteers'],
  [
    'taohai',
    '陶海',
    'grid_helper',
    'binxi-g1',
    'hexi-property',
    '和溪物业管家：报修、停车、保洁，我在现场。',
  ],
  [
    'fengchao',
    '冯超',
    'grid_helper',
    'binxi-g2',
    'hexi-property',
    '和溪物业工程主管：水泵、电梯、管道的抢修。',
  ],
  ['huangxiulan', '黄秀兰', 'grid_helper', 'binxi-g3', 'nuanxi-volunteers'],
  [
    'caopeng',
    '曹鹏',
    'grid_helper',
    'binxi-g4',
    'hexi-property',
    '和溪物业管家：报修、停车、保洁，我在现场。',
  ],
  [
    'yebin',
    '叶彬',
    'grid_helper',
    'binxi-g5',
    'ruian-property',
    '瑞安居物业管家：报修、停车、保洁，我在现场。',
  ],
  ['dingyulan', '丁玉兰', 'grid_helper', 'binxi-g6', 'nuanxi-volunteers'],
  [
    'qindong',
    '秦东',
    'grid_helper',
    'binxi-g7',
    'ruian-property',
    '商务中心物业经理：消防、停车、垃圾清运。',
  ],
  ['baifengying', '白凤英', 'courtyard_leader', 'binxi-g1-m2'],
  ['jinguoqing', '金国庆', 'courtyard_leader', 'binxi-g3-m1', 'xipan-courtyard'],
  ['shiguihua', '石桂花', 'courtyard_leader', 'binxi-g5-m1'],
  ['liaozhigang', '廖志刚', 'building_leader', 'binhe-3'],
  ['renxiaoli', '任晓丽', 'building_leader', 'binhe-5'],
  ['weiguodong', '魏国栋', 'building_leader', 'xincheng-1'],
  ['zoumeihua', '邹美华', 'unit_leader', 'binhe-3-u2'],
  ['haoyongsheng', '郝永胜', 'unit_leader', 'xipan-2-u1'],
  ['guchangqing', '顾长青', 'party_group_leader', 'binxi-g1', 'binxi-branch-1'],
  ['kongwei', '孔薇', 'community_clerk', 'xuefu', 'xuefu-residents'],
  ['maohui', '毛辉', 'grid_worker', 'xuefu-g1', 'xuefu-residents'],
  ['wanxin', '万欣', 'grid_worker', 'wenchang-g1'],
  ['qianyong', '钱勇', 'community_secretary', 'nanqiao-community'],
  ['yingchun', '尹春', 'grid_worker', 'nanqiao-g1'],
  ['lvdali', '吕大力', 'grid_worker', 'qiaodong-g1'],
  ['zhengkai', '郑凯', 'security_admin', 'jinhe', 'jinhe-committee'],
  ['xiaqing', '夏晴', 'auditor', 'jinhe', 'jinhe-committee'],
]

/** Second posts: who stands in, and who leads beside other work. */
const FURTHER: Record<string, { role: SeedRole; area: string; organisation: string | null }[]> = {
  gaoyuan: [{ role: 'grid_leader', area: 'xuefu-g1', organisation: 'wenyuan-committee' }],
  qianyong: [{ role: 'grid_leader', area: 'nanqiao-g1', organisation: null }],
  maohui: [{ role: 'grid_worker', area: 'xuefu-g2', organisation: 'xuefu-residents' }],
  wanxin: [{ role: 'grid_worker', area: 'wenchang-g2', organisation: null }],
  yingchun: [{ role: 'grid_worker', area: 'nanqiao-g2', organisation: null }],
  guchangqing: [{ role: 'grid_helper', area: 'binxi-g1', organisation: 'binxi-branch-1' }],
}

const post = (role: SeedRole, area: string, organisation: string | null, duty = DUTIES[role]): SeedPost => ({
  role,
  area,
  organisation,
  duty,
  fullTime: !PART_TIME.has(role),
})

export const SEED_PEOPLE: readonly SeedPerson[] = LINES.map(
  ([login, name, role, area, organisation, duty], at) => ({
    login,
    name,
    phone: `1000000${String(at + 1).padStart(4, '0')}`,
    posts: [
      post(role, area, organisation ?? null, duty),
      ...(FURTHER[login] ?? []).map((further) => post(further.role, further.area, further.organisation)),
    ],
  }),
)
